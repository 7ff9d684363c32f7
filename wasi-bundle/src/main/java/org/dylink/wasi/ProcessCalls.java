package org.dylink.wasi;

import java.security.SecureRandom;
import org.dylink.engine.host.ProgramExit;
import run.endive.wasi.WasiPreview1;

/** Arguments, environment, clocks, randomness and the end of the program. */
final class ProcessCalls {
  private static final int PROCESS_CPUTIME = 2;
  private static final int THREAD_CPUTIME = 3;

  private static final int RANDOM_CHUNK = 4096;

  private final WasiPreview1 endive;
  private final GuestMemory memory;
  private final long started = System.nanoTime();
  private SecureRandom random;

  ProcessCalls(WasiState state) {
    endive = state.endive();
    memory = state.memory();
  }

  int argsGet(int pointers, int strings) {
    return endive.argsGet(memory, pointers, strings);
  }

  int argsSizesGet(int count, int size) {
    return endive.argsSizesGet(memory, count, size);
  }

  int environGet(int pointers, int strings) {
    return endive.environGet(memory, pointers, strings);
  }

  int environSizesGet(int count, int size) {
    return endive.environSizesGet(memory, count, size);
  }

  int clockResGet(int clock, int result) {
    return isProcessorClock(clock) ? write(result, 1) : endive.clockResGet(memory, clock, result);
  }

  int clockTimeGet(int clock, long precision, int result) {
    return isProcessorClock(clock)
        ? write(result, System.nanoTime() - started)
        : endive.clockTimeGet(memory, clock, precision, result);
  }

  @SuppressWarnings("DoNotCallSuggester") // only a guest calls it
  void procExit(int code) {
    throw new ProgramExit(code);
  }

  // Programs with signals emulate them in libc; the host has none to deliver.
  int procRaise(int signal) {
    return Errno.NOSYS;
  }

  int schedYield() {
    Border.stopIfInterrupted();
    return Errno.SUCCESS; // a program has one thread
  }

  int randomGet(int address, int size) {
    long left = Integer.toUnsignedLong(size);
    memory.check(address, left);
    byte[] chunk = new byte[(int) Math.min(left, RANDOM_CHUNK)];
    for (int at = address; left > 0; at += RANDOM_CHUNK, left -= RANDOM_CHUNK) {
      Border.stopIfInterrupted();
      random().nextBytes(chunk);
      memory.write(at, chunk, 0, (int) Math.min(left, RANDOM_CHUNK));
    }
    return Errno.SUCCESS;
  }

  // The time since the program started stands for its processor time: the real one is in the module
  // java.management, which costs every start of the JVM, and counts the linker's work too.
  private static boolean isProcessorClock(int clock) {
    return clock == PROCESS_CPUTIME || clock == THREAD_CPUTIME;
  }

  private int write(int result, long nanoseconds) {
    memory.writeLong(result, nanoseconds);
    return Errno.SUCCESS;
  }

  // Made at the first use: its providers take long to load, and most programs need none.
  private SecureRandom random() {
    if (random == null) {
      random = new SecureRandom();
    }
    return random;
  }
}
