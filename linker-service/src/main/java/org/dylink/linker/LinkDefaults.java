package org.dylink.linker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for every program of a linker, see {@link LinkRequest#with}. The first four are
 * ceilings: a request may ask for less, never for more, and one that asks for nothing gets them.
 * The next three are for requests that do not say.
 *
 * @param maxMemory bytes that a memory may grow to, 1 to 2^32
 * @param maxSlots slots that a function table may grow to, 1 to 10 million
 * @param maxThreads threads that a program may have at once, 1 to 100,000
 * @param timeout how long guest code may run; empty for as long as it likes
 * @param stackSize bytes of stack, 1 to 2^31-1
 * @param engine the engine's name; empty for the highest-ranked engine
 * @param onWithdraw what becomes of a program when something that it has loaded is withdrawn
 * @param folders granted to every program, by the name in the guest; what the request grants under
 *     the same name comes first
 */
public record LinkDefaults(
    long maxMemory,
    long maxSlots,
    int maxThreads,
    Optional<Duration> timeout,
    long stackSize,
    Optional<String> engine,
    OnWithdraw onWithdraw,
    Map<String, Path> folders) {

  /** No limit, no folder. */
  public static final LinkDefaults NONE =
      new LinkDefaults(
          LinkRequest.WHOLE_MEMORY,
          LinkRequest.DEFAULT_MAX_SLOTS,
          LinkRequest.MOST_THREADS,
          Optional.empty(),
          LinkRequest.DEFAULT_STACK_SIZE,
          Optional.empty(),
          OnWithdraw.END,
          Map.of());

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public LinkDefaults {
    checkMemory(maxMemory);
    checkSlots(maxSlots);
    checkThreads(maxThreads);
    checkStack(stackSize);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(onWithdraw);
    folders = new LinkedHashMap<>(folders);
  }

  /** The folders, in their order. */
  @Override
  public Map<String, Path> folders() {
    return new LinkedHashMap<>(folders);
  }

  static long checkMemory(long bytes) {
    return inRange("memory limit", bytes, LinkRequest.WHOLE_MEMORY, "bytes");
  }

  static long checkSlots(long slots) {
    return inRange("table limit", slots, LinkRequest.DEFAULT_MAX_SLOTS, "slots");
  }

  static int checkThreads(int threads) {
    return (int) inRange("thread limit", threads, LinkRequest.MOST_THREADS, "threads");
  }

  // A stack is addressed by a signed i32.
  static long checkStack(long bytes) {
    return inRange("stack size", bytes, Integer.MAX_VALUE, "bytes");
  }

  private static long inRange(String what, long value, long most, String unit) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          what + ": expected 1 to " + most + " " + unit + ", found " + value);
    }
    return value;
  }
}
