package org.dylink.toolchain.packed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * The other end of a {@link ClangWorker}. It is started when it is asked first, and ends with this
 * JVM, when its standard input does. Threads may share it.
 */
final class WorkerProcess {
  private static final int LONGEST = 16_384;

  private final Path module;
  private final Map<Integer, CompletableFuture<ToolReply>> asked = new ConcurrentHashMap<>();
  private Process process; // guarded by this; null if there is none
  private DataOutputStream out; // guarded by this
  private int requests; // guarded by this

  /**
   * @param module what the worker runs
   */
  WorkerProcess(Path module) {
    this.module = module;
  }

  /**
   * Has a command run.
   *
   * @throws IOException if the process has ended, or the thread is interrupted
   */
  ToolReply ask(String folder, List<String> arguments, byte[] input) throws IOException {
    CompletableFuture<ToolReply> reply = new CompletableFuture<>();
    int number = send(folder, arguments, input, reply);
    try {
      return reply.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: clang", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } finally {
      asked.remove(number);
    }
  }

  private synchronized int send(
      String folder, List<String> arguments, byte[] input, CompletableFuture<ToolReply> reply)
      throws IOException {
    if (process == null || !process.isAlive()) {
      start();
    }
    int number = requests++;
    asked.put(number, reply);
    new ToolRequest(number, folder, arguments, input).write(out);
    return number;
  }

  private void start() throws IOException {
    Process started = new ProcessBuilder(WorkerCommand.of(module)).start();
    process = started;
    out = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
    StringBuilder words = new StringBuilder(); // of one thread, then of who has waited for it
    Thread errors = new Thread(() -> listen(started.getErrorStream(), words), "clang-errors");
    Thread answers = new Thread(() -> takeAnswers(started, errors, words), "clang-answers");
    List.of(errors, answers).forEach(each -> each.setDaemon(true));
    errors.start();
    answers.start();
  }

  private static void listen(InputStream from, StringBuilder words) {
    byte[] buffer = new byte[LONGEST];
    try (from) {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        words.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        words.delete(0, Math.max(0, words.length() - LONGEST));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeAnswers(Process from, Thread errors, StringBuilder words) {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()))) {
      while (true) {
        ToolReply reply = ToolReply.read(in);
        asked.get(reply.number()).complete(reply);
      }
    } catch (IOException e) {
      from.destroy();
      fail(errors, words);
    }
  }

  /** Whoever waits would wait for ever. */
  private void fail(Thread errors, StringBuilder words) {
    try {
      errors.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String last = words.toString().strip();
    IOException ended =
        new IOException("clang: its process has ended" + (last.isEmpty() ? "" : ": " + last));
    asked.values().forEach(each -> each.completeExceptionally(ended));
  }

  synchronized void close() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
      process = null;
    }
  }
}
