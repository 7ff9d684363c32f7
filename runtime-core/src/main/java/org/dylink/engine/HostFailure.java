package org.dylink.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What becomes of an exception that a host function throws. An engine asks where the call comes
 * back from Java, which costs a call that throws nothing nothing.
 */
@FunctionalInterface
public interface HostFailure {
  /** The guest sees what was thrown. */
  HostFailure NONE =
      thrown -> {
        throw thrown;
      };

  /**
   * Answers for a function that has thrown.
   *
   * @return what the guest gets as the result, if that is an i32; the failure of a function with
   *     another result throws
   * @throws Throwable what the guest sees instead
   */
  int answer(Throwable thrown) throws Throwable;

  /**
   * A handle that does all of it itself, for who calls without an engine and for engines that have
   * no place to ask at. The JVM makes classes for each type of such handles, so that thirty of them
   * take a cold JVM a tenth of a second.
   *
   * @param handle the function
   */
  default MethodHandle handled(MethodHandle handle) {
    if (this == NONE) {
      return handle;
    }
    Class<?> result = handle.type().returnType();
    MethodHandle answer = Answer.HANDLE.bindTo(this);
    MethodHandle handler =
        result == int.class
            ? answer
            : MethodHandles.filterReturnValue(
                answer, MethodHandles.dropArguments(MethodHandles.zero(result), 0, int.class));
    return MethodHandles.catchException(handle, Throwable.class, handler);
  }

  /** The handle of {@link #answer}. */
  final class Answer {
    private static final MethodHandle HANDLE = find();

    private Answer() {}

    private static MethodHandle find() {
      try {
        return MethodHandles.lookup()
            .findVirtual(
                HostFailure.class, "answer", MethodType.methodType(int.class, Throwable.class));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("BUG: HostFailure.answer is gone", e);
      }
    }
  }
}
