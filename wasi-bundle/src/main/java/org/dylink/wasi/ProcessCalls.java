package org.dylink.wasi;

import org.dylink.engine.host.ProgramExit;

/** Arguments, environment, clocks, randomness and the end of the program. */
final class ProcessCalls {
  private static final int RANDOM_CHUNK = 4096;
  private static final int RESOLUTION = 1; // nanosecond

  private final GuestMemory memory;
  private final Strings arguments;
  private final Strings environment;
  private final Clocks clocks;
  private final RandomBytes random;

  ProcessCalls(WasiState state) {
    memory = state.memory();
    arguments = state.arguments();
    environment = state.environment();
    clocks = state.clocks();
    random = state.random();
  }

  int argsGet(int pointers, int strings) {
    return arguments.write(memory, pointers, strings);
  }

  int argsSizesGet(int count, int size) {
    return arguments.writeSizes(memory, count, size);
  }

  int environGet(int pointers, int strings) {
    return environment.write(memory, pointers, strings);
  }

  int environSizesGet(int count, int size) {
    return environment.writeSizes(memory, count, size);
  }

  int clockResGet(int clock, int result) {
    clocks.now(clock); // is there such a clock?
    memory.writeLong(result, RESOLUTION);
    return WasiErrno.SUCCESS;
  }

  int clockTimeGet(int clock, long precision, int result) {
    memory.writeLong(result, clocks.now(clock));
    return WasiErrno.SUCCESS;
  }

  @SuppressWarnings("DoNotCallSuggester") // only a guest calls it
  void procExit(int code) {
    throw new ProgramExit(code);
  }

  // Programs with signals emulate them in libc; the host has none to deliver.
  int procRaise(int signal) {
    return WasiErrno.NOSYS;
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is what the guest asks for
  int schedYield() {
    Border.stopIfInterrupted();
    Thread.yield();
    return WasiErrno.SUCCESS;
  }

  int randomGet(int address, int size) {
    long left = Integer.toUnsignedLong(size);
    memory.check(address, left);
    byte[] chunk = new byte[(int) Math.min(left, RANDOM_CHUNK)];
    for (int at = address; left > 0; at += RANDOM_CHUNK, left -= RANDOM_CHUNK) {
      Border.stopIfInterrupted();
      int part = (int) Math.min(left, RANDOM_CHUNK);
      random.next(chunk, part);
      memory.write(at, chunk, 0, part);
    }
    return WasiErrno.SUCCESS;
  }
}
