package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.osgi.service.component.annotations.Component;

/** Lets Tab complete names, ids, files and options, in Gogo's JLine shell. */
@Component
public final class CompleteNames implements CommandSessionListener {
  // Where Gogo's JLine shell keeps a session's completions; other shells have no such variable.
  private static final String COMPLETIONS = ".completions";
  private static final String DONE = ".wasm.completions";

  // Scripts, not Java functions: a session that outlives this bundle must not hold on to it.
  private static final String LIBRARIES =
      " -a '__wasm = [ ]; each (wasm:list) { $__wasm add ($it name) }; $__wasm'";
  private static final String PROGRAMS =
      " -a '__wasm = [ ]; each (wasm:ps) { $__wasm add (($it id) toString) }; $__wasm'";
  private static final String STATES = " -a '[discovered waiting available withdrawn failed]'";
  // A function of the profile with which Gogo's JLine shell comes.
  private static final String FILES = " -a __files";

  /** What follows {@code complete -c wasm:}, a verb and its options or its words. */
  private static final List<String> COMPLETED =
      List.of(
          "list -s s -l state" + STATES,
          "info" + LIBRARIES,
          "why" + LIBRARIES,
          "symbols -s p -l pattern",
          "symbols" + LIBRARIES,
          "ldd -l dot",
          "ldd" + LIBRARIES,
          "load" + FILES,
          "unload -s f -l force",
          "unload" + LIBRARIES,
          "reload -s f -l force",
          "reload" + LIBRARIES,
          "replace -s n -l dry-run",
          "replace" + LIBRARIES,
          "run -s e -l env",
          "run -s d -l dir",
          "run -l timeout",
          "run -l engine",
          "run -l stack-size",
          "run -l max-memory",
          "run -l max-threads",
          "run -l preload" + LIBRARIES,
          "run -l module",
          "run -l trace",
          "run -l bind-now",
          "run -l raw",
          "run" + LIBRARIES,
          "ps -s a -l all",
          "ps -s t -l threads",
          "map -l svg",
          "map" + PROGRAMS,
          "kill" + PROGRAMS);

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
    COMPLETED.forEach(line -> complete(session, line));
  }

  private static void complete(CommandSession session, String line) {
    try {
      session.execute("complete -c wasm:" + line);
    } catch (Exception e) {
      throw new IllegalStateException("BUG: no completion of wasm:" + line, e);
    }
  }
}
