package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;

/** A session of Gogo's without a terminal. */
final class ShellSession implements AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Keeps what is printed, and tells who waits for it. */
  private static final class Output extends ByteArrayOutputStream {
    @Override
    public synchronized void write(int b) {
      super.write(b);
      notifyAll();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      notifyAll();
    }

    synchronized void await(String text) throws InterruptedException {
      long end = System.nanoTime() + LIMIT_NANOS;
      while (!toString(StandardCharsets.UTF_8).contains(text)) {
        long left = end - System.nanoTime();
        assertTrue(left > 0, "not printed: " + text);
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
  }

  private final Output output = new Output();
  private final CommandSession session;

  /**
   * @param folder the current one
   */
  ShellSession(CommandProcessor processor, Path folder) {
    session = processor.createSession(new ByteArrayInputStream(new byte[0]), output, output);
    session.currentDir(folder);
  }

  /** The lines that a shell would print, with one blank for several. */
  List<String> type(String line) {
    String result;
    try {
      Object value = session.execute(line);
      result = value == null ? "" : session.format(value, Converter.INSPECT).toString();
    } catch (Exception e) {
      result = e.toString();
    }
    return result.lines().map(text -> text.strip().replaceAll(" +", " ")).toList();
  }

  /** Waits until a program prints. */
  void awaitOutput(String text) throws InterruptedException {
    output.await(text);
  }

  /** Waits until what runs in the background has ended. */
  void awaitJobs() throws InterruptedException {
    for (Job job : List.copyOf(session.jobs())) {
      synchronized (job) {
        while (job.status() != Job.Status.Done) {
          TimeUnit.NANOSECONDS.timedWait(job, LIMIT_NANOS);
        }
      }
    }
  }

  Object variable(String name) {
    return session.get(name);
  }

  @Override
  public void close() {
    session.close();
  }
}
