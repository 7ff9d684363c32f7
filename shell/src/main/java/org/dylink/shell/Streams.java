package org.dylink.shell;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Process;

/**
 * What a program reads and writes: the terminal, or what the command line redirects to.
 *
 * <p>Gogo's streams are interruptible channels: a thread that is interrupted while it uses one
 * closes the terminal below it, and programs are stopped by interrupting their threads. So where a
 * stream is the terminal, the program gets the session's own, which no interrupt closes.
 */
record Streams(InputStream in, OutputStream out, OutputStream err) {
  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  // Set by Gogo's JLine shell, where the console is standard error too. A session that reads lines
  // from a file has the two apart, and tells nobody its own standard error.
  private static final String TERMINAL = ".terminal";

  /** The streams of the command that this thread executes. */
  static Streams of(CommandSession session, Process process) {
    return new Streams(
        process.isTty(STDIN) ? keyboard(session) : process.in(),
        process.isTty(STDOUT) ? session.getConsole() : process.out(),
        process.isTty(STDERR) && session.get(TERMINAL) != null
            ? session.getConsole()
            : process.err());
  }

  // The shell reads its next line from the keyboard while a background program runs.
  private static InputStream keyboard(CommandSession session) {
    return Job.Utils.current().status() == Job.Status.Background
        ? InputStream.nullInputStream()
        : session.getKeyboard();
  }
}
