package org.dylink.shell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingInputStream;

/**
 * The terminal of a session while one of its programs is in the foreground. It is in raw mode then,
 * but for Ctrl-C and Ctrl-Z, and is given back as it was when the program ends or is suspended:
 * before the shell's line editor reads the next key. Threads may share it.
 */
public final class LentTerminal implements AutoCloseable {
  // Where Gogo's JLine shell keeps it.
  private static final String VARIABLE = ".terminal";

  // Two that run side by side, in two pipes, cannot both take it and give it back in their order.
  private static final Set<Terminal> LENT = ConcurrentHashMap.newKeySet();

  private final Terminal terminal;
  private final NonBlockingInputStream keys;
  private final OutputStream out;
  private final Job job;
  private final Thread owner;
  private volatile boolean raw;
  // Fair, as a program that waits for keys has it nearly all the time.
  private final ReentrantLock lock = new ReentrantLock(true);
  private Loan loan; // guarded by lock; null while the shell has the terminal
  private boolean closed; // guarded by lock

  private record Loan(Attributes attributes, SignalHandler interrupt, SignalHandler suspend) {}

  private LentTerminal(
      Terminal terminal, NonBlockingInputStream keys, OutputStream out, Job job, boolean raw) {
    this.terminal = terminal;
    this.keys = keys;
    this.out = out;
    this.job = job;
    this.owner = Thread.currentThread();
    this.raw = raw;
  }

  /**
   * Takes the terminal for a command that this thread executes.
   *
   * @param job what the command belongs to; in the foreground
   * @param raw whether the program wants single keys from its start on
   * @return empty if the session has no terminal that can be lent: the program then reads what the
   *     session reads
   */
  public static Optional<LentTerminal> take(CommandSession session, Job job, boolean raw) {
    Object variable = session.get(VARIABLE);
    if (variable == null) {
      return Optional.empty();
    }
    try {
      return take(variable, session.getConsole(), job, raw);
    } catch (NoClassDefFoundError e) {
      // JLine is not wired to this bundle.
      return Optional.empty();
    }
  }

  private static Optional<LentTerminal> take(
      Object variable, OutputStream console, Job job, boolean raw) {
    if (!(variable instanceof Terminal terminal)
        // Where there is no stty, the kernel goes on to echo and to wait for whole lines.
        || terminal.getType().startsWith(Terminal.TYPE_DUMB)
        || !(terminal.input() instanceof NonBlockingInputStream keys)
        || LENT.contains(terminal)) {
      return Optional.empty();
    }
    LentTerminal lent = new LentTerminal(terminal, keys, console, job, raw);
    lent.locked(lent::take);
    return Optional.of(lent);
  }

  /** What the program reads. */
  public InputStream keyboard() {
    return new Keyboard(this, out);
  }

  /** What the program writes to; on the alternate screen it gets single keys. */
  public OutputStream screen() {
    return new ScreenWatch(out, on -> raw = on);
  }

  boolean isRaw() {
    return raw;
  }

  /** Whether the keys are this program's. */
  boolean isForeground() {
    Job outermost = job;
    while (outermost.parent() != null) {
      outermost = outermost.parent();
    }
    return outermost.status() == Job.Status.Foreground;
  }

  /**
   * Waits for a key while the program is in the foreground. Whoever gives the terminal back waits
   * until this has come to its end, and no key is taken from the shell.
   *
   * @return less than 0 at the end of the input, {@link NonBlockingInputStream#READ_EXPIRED} if
   *     there was none
   */
  int key(long millis) throws IOException {
    lock.lock();
    try {
      return take() ? keys.read(millis) : NonBlockingInputStream.READ_EXPIRED;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a key was pressed that nobody has read. */
  boolean hasKey() throws IOException {
    lock.lock();
    try {
      return take() && keys.peek(1) >= 0;
    } finally {
      lock.unlock();
    }
  }

  private boolean take() {
    if (loan == null && !closed && isForeground() && LENT.add(terminal)) {
      loan =
          new Loan(
              terminal.enterRawMode(),
              terminal.handle(Signal.INT, this::interrupt),
              terminal.handle(Signal.TSTP, this::suspend));
    }
    return loan != null;
  }

  private Optional<Loan> giveBack() {
    Optional<Loan> ended = Optional.ofNullable(loan);
    loan = null;
    ended.ifPresent(
        was -> {
          terminal.setAttributes(was.attributes());
          terminal.handle(Signal.INT, was.interrupt());
          terminal.handle(Signal.TSTP, was.suspend());
          LENT.remove(terminal);
        });
    return ended;
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** Gives the terminal back; the streams are of no use then. */
  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          giveBack();
        });
  }

  // Not by Gogo's own handler: the shell would read its next line while the program still ends.
  // That one knows the other commands of a pipe, though.
  private void interrupt(Signal signal) {
    terminal.writer().println("^C");
    terminal.flush();
    if (job.processes().size() > 1) {
      locked(() -> giveBack().ifPresent(was -> was.interrupt().handle(signal)));
    } else {
      owner.interrupt();
    }
  }

  private void suspend(Signal signal) {
    terminal.writer().println("^Z");
    terminal.flush();
    // In one step: in between, the program is still in the foreground and would take it again.
    locked(() -> giveBack().ifPresent(was -> was.suspend().handle(signal)));
  }
}
