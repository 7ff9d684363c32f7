package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.osgi.service.component.annotations.Component;

/** Lets Tab complete the names of libraries and the ids of programs, in Gogo's JLine shell. */
@Component
public final class CompleteNames implements CommandSessionListener {
  // Where Gogo's JLine shell keeps a session's completions; other shells have no such variable.
  private static final String COMPLETIONS = ".completions";
  private static final String DONE = ".wasm.completions";

  // Scripts, not Java functions: a session that outlives this bundle must not hold on to it.
  private static final String LIBRARIES =
      "__wasm = [ ]; each (wasm:list) { $__wasm add ($it name) }; $__wasm";
  private static final String PROGRAMS =
      "__wasm = [ ]; each (wasm:ps) { $__wasm add (($it id) toString) }; $__wasm";

  /** Does nothing: the first that a session executes, its profile, makes the completions. */
  @Override
  public void beforeExecute(CommandSession session, CharSequence command) {}

  /** Does nothing. */
  @Override
  public void afterExecute(CommandSession session, CharSequence command, Exception exception) {}

  /** Adds ours to a session's completions, once. */
  @Override
  public void afterExecute(CommandSession session, CharSequence command, Object result) {
    if (session.get(COMPLETIONS) == null || session.put(DONE, true) != null) {
      return;
    }
    List.of("info", "symbols", "ldd", "run").forEach(verb -> complete(session, verb, LIBRARIES));
    List.of("map", "kill").forEach(verb -> complete(session, verb, PROGRAMS));
  }

  private static void complete(CommandSession session, String verb, String script) {
    try {
      session.execute("complete -c wasm:" + verb + " -a '" + script + "'");
    } catch (Exception e) {
      throw new IllegalStateException("BUG: no completion of wasm:" + verb, e);
    }
  }
}
