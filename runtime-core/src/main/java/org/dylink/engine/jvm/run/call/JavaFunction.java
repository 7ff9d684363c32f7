package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;
import org.dylink.engine.Function;
import org.dylink.engine.GuestEnd;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;

/** A function of the host. */
public final class JavaFunction extends JvmFunction {
  /**
   * @throws IllegalArgumentException if the handle is of another type
   */
  public JavaFunction(String name, FunctionType type, Signature signature, MethodHandle handle) {
    super(name, type, signature);
    if (!handle.type().equals(Function.methodType(type))) {
      throw new IllegalArgumentException(
          name
              + ": expected a handle of type "
              + Function.methodType(type)
              + ", found "
              + handle.type());
    }
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
   * What a guest sees of what a host function has thrown: a {@link GuestException}, or something
   * that no handler of a guest's catches. Whatever comes out of the host when a program is to stop
   * ends the program.
   */
  public static RuntimeException passed(Throwable thrown, JvmFunction function) {
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
