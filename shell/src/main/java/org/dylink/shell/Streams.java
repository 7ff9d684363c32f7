package org.dylink.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Process;
import org.dylink.shell.terminal.LentTerminal;

/**
 * What a program reads and writes: the terminal, or what the command line redirects to.
 *
 * <p>Gogo's streams are interruptible channels: a thread that is interrupted while it uses one
 * closes the terminal below it, and programs are stopped by interrupting their threads. So where a
 * stream is the terminal, the program gets the session's own, which no interrupt closes.
 */
record Streams(InputStream in, OutputStream out, OutputStream err, Optional<LentTerminal> terminal)
    implements AutoCloseable {
  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  // Set by Gogo's JLine shell, where the console is standard error too. A session that reads lines
  // from a file has the two apart, and tells nobody its own standard error.
  private static final String TERMINAL = ".terminal";

  /**
   * The streams of the command that this thread executes. It takes the terminal also where it is
   * the only command and reads from elsewhere: Ctrl-C is for it.
   *
   * @param raw whether the program wants single keys, not lines
   */
  static Streams of(CommandSession session, Process process, boolean raw) {
    Optional<LentTerminal> terminal =
        !isBackground() && (process.isTty(STDIN) || process.job().processes().size() == 1)
            ? LentTerminal.take(session, process.job(), raw)
            : Optional.empty();
    OutputStream screen = terminal.map(LentTerminal::screen).orElse(session.getConsole());
    return new Streams(
        process.isTty(STDIN)
            ? terminal.map(LentTerminal::keyboard).orElseGet(() -> keyboard(session))
            : process.in(),
        process.isTty(STDOUT) ? screen : process.out(),
        process.isTty(STDERR) && session.get(TERMINAL) != null ? screen : process.err(),
        terminal);
  }

  // The shell reads its next line from the keyboard while a background program runs.
  private static InputStream keyboard(CommandSession session) {
    return isBackground() ? InputStream.nullInputStream() : session.getKeyboard();
  }

  private static boolean isBackground() {
    return Job.Utils.current().status() == Job.Status.Background;
  }

  /** Gives the terminal back to the shell. */
  @Override
  public void close() {
    terminal.ifPresent(LentTerminal::close);
  }
}
