package org.dylink.toolchain.packed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Who runs clang's commands: a process that is started when it is asked first, and again where it
 * has ended since. It ends with this JVM, and when it had nothing to do for long. Threads may share
 * it.
 */
final class Worker {
  private final Path module;
  private final Duration idle;
  private WorkerProcess process; // guarded by this; null if there is none

  /**
   * @param module what the worker runs
   * @param idle how long it waits for the next command
   */
  Worker(Path module, Duration idle) {
    this.module = module;
    this.idle = idle;
  }

  /**
   * Has a command run.
   *
   * @throws IOException if the process has ended, or the thread is interrupted
   */
  ToolReply ask(String folder, List<String> arguments, byte[] input) throws IOException {
    while (true) {
      WorkerProcess asked = process();
      try {
        return asked.ask(folder, arguments, input);
      } catch (IOException e) {
        // It may have come to its end just before: then nothing was begun.
        if (!asked.hasEndedIdle()) {
          throw e;
        }
      }
    }
  }

  private synchronized WorkerProcess process() throws IOException {
    if (process == null || !process.isAlive()) {
      process = WorkerProcess.start(WorkerCommand.of(module, idle));
    }
    return process;
  }

  synchronized void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
