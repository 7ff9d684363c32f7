package org.dylink.shell;

import java.lang.ref.WeakReference;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.osgi.service.component.annotations.Component;

/**
 * Knows in which session a thread has executed its last line. A shell prints a line's result
 * afterwards, and a converter is not told for whom: Karaf's shell has no current process then.
 */
@Component
public final class SessionOfThread implements CommandSessionListener {
  // Weak: a thread of a pool must not keep a session that has ended.
  private static final ThreadLocal<WeakReference<CommandSession>> LAST = new ThreadLocal<>();

  /** The session; empty if this thread has had none. */
  static Optional<CommandSession> current() {
    return Optional.ofNullable(LAST.get()).map(WeakReference::get);
  }

  @Override
  public void beforeExecute(CommandSession session, CharSequence command) {
    LAST.set(new WeakReference<>(session));
  }

  // Again, as what was executed may have executed lines of another session.
  @Override
  public void afterExecute(CommandSession session, CharSequence command, Exception exception) {
    LAST.set(new WeakReference<>(session));
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence command, Object result) {
    LAST.set(new WeakReference<>(session));
  }
}
