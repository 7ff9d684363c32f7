package org.dylink.toolchain.packed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;

/** The other end of a {@link ClangWorker}. Threads may share it. */
final class WorkerProcess {
  private static final int LONGEST = 16_384;

  private final Process process;
  private final DataOutputStream out; // guarded by this
  private final StringBuilder words = new StringBuilder(); // of one thread, then of who has waited
  private final Map<Integer, CompletableFuture<ToolReply>> asked = new ConcurrentHashMap<>();
  private int requests; // guarded by this
  private IOException ended; // guarded by this; null while there are answers

  private WorkerProcess(Process process) {
    this.process = process;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts one.
   *
   * @throws IOException if there is no such program
   */
  static WorkerProcess start(List<String> command) throws IOException {
    WorkerProcess started = new WorkerProcess(new ProcessBuilder(command).start());
    Thread errors = new Thread(started::listen, "clang-errors");
    Thread answers = new Thread(() -> started.takeAnswers(errors), "clang-answers");
    List.of(errors, answers).forEach(each -> each.setDaemon(true));
    errors.start();
    answers.start();
    return started;
  }

  /** The process itself, for who wants to see it end. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it has ended by itself, before it began what it was asked last. */
  boolean hasEndedIdle() {
    return !process.isAlive() && process.exitValue() == IdleEnd.EXIT_CODE;
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
    if (ended != null) {
      throw ended;
    }
    int number = requests++;
    asked.put(number, reply);
    try {
      new ToolRequest(number, folder, arguments, input).write(out);
    } catch (IOException e) {
      // It reads no more: who takes its answers comes to their end, and says why.
    }
    return number;
  }

  private void listen() {
    byte[] buffer = new byte[LONGEST];
    try (InputStream from = process.getErrorStream()) {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        words.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        words.delete(0, Math.max(0, words.length() - LONGEST));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeAnswers(Thread errors) {
    InputStream from = new BufferedInputStream(process.getInputStream());
    try (DataInputStream in = new DataInputStream(from)) {
      while (true) {
        take(ToolReply.read(in));
      }
    } catch (EOFException e) {
      fail(errors, code -> "has ended: exit code " + code);
    } catch (IOException e) {
      fail(errors, code -> e.getMessage());
    }
  }

  private void take(ToolReply reply) throws IOException {
    CompletableFuture<ToolReply> waiting = asked.get(reply.number());
    // Whoever was interrupted waits no more.
    if (waiting != null) {
      waiting.complete(reply);
    }
  }

  /** Whoever waits would wait for ever. */
  private void fail(Thread errors, IntFunction<String> how) {
    process.destroyForcibly();
    int code = process.onExit().join().exitValue();
    try {
      errors.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String last = words.toString().strip();
    end(
        new IOException(
            "clang: its process " + (last.isEmpty() ? how.apply(code) : "has ended: " + last)));
  }

  private synchronized void end(IOException why) {
    ended = why;
    asked.values().forEach(each -> each.completeExceptionally(why));
  }

  void close() {
    process.destroy();
    process.onExit().join();
  }
}
