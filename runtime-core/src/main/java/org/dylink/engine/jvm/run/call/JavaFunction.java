package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.HostFailure;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;

/** A function of the host. */
public final class JavaFunction extends JvmFunction {
  private final HostFailure failure;

  /**
   * @throws IllegalArgumentException if the handle is of another type
   */
  public JavaFunction(
      String name,
      FunctionType type,
      Signature signature,
      MethodHandle handle,
      HostFailure failure) {
    super(name, type, signature);
    this.failure = failure;
    Function.checkHandle(name, type, handle);
    entry = signature.host(this, handle);
  }

  @Override
  EntryPoint resolve() {
    return entry;
  }

  @Override
  boolean mayChange() {
    return false;
  }

  /**
   * What a guest gets as the result of a function that has thrown.
   *
   * @throws RuntimeException what it sees instead
   */
  public static int answered(Throwable thrown, JvmFunction function) {
    try {
      return ((JavaFunction) function).failure.answer(thrown);
    } catch (Throwable seen) {
      throw passed(seen, function);
    }
  }

  /** What a guest sees of what a function has thrown that has no i32 for a result. */
  public static RuntimeException unanswered(Throwable thrown, JvmFunction function) {
    answered(thrown, function);
    return new IllegalStateException("BUG: " + function.name() + ": an answer of no type", thrown);
  }

  /**
   * What a guest sees of what a host function has thrown: a {@link GuestException}, or something
   * that no handler of a guest's catches. Whatever comes out of the host when a program is to stop
   * ends the program.
   */
  private static RuntimeException passed(Throwable thrown, JvmFunction function) {
    if (GuestEnd.is(thrown) || ThreadControl.isStoppingCurrentThread()) {
      throw Traps.unpacked(unchecked(thrown, function));
    } else if (thrown instanceof GuestException exception) {
      return exception;
    }
    return thrown instanceof TrapException && thrown.getCause() instanceof GuestException own
        ? own
        : GuestException.carrying(unchecked(thrown, function));
  }

  // Guests declare no exceptions: a checked one keeps its identity as the cause.
  private static Throwable unchecked(Throwable thrown, JvmFunction function) {
    return thrown instanceof RuntimeException || thrown instanceof Error
        ? thrown
        : new IllegalStateException(function.name() + ": " + thrown, thrown);
  }
}
