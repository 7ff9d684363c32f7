package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.TrapException;

/** What becomes of an exception that a host method throws. */
final class ThrownErrors {
  private static final String SYMBOL = "errno";
  private static final MethodHandle CATCH = find();

  private final List<Errno> errors;

  private ThrownErrors(List<Errno> errors) {
    this.errors = errors;
  }

  /**
   * Puts a handler around a method that needs one; the others are called directly.
   *
   * @param handle takes an object and the guest in front
   */
  static MethodHandle handled(MethodHandle handle, Method method) {
    List<Errno> errors = List.of(method.getAnnotationsByType(Errno.class));
    boolean isChecked = Arrays.stream(method.getExceptionTypes()).anyMatch(ThrownErrors::isChecked);
    if (errors.isEmpty() && !isChecked) {
      return handle;
    }
    MethodHandle handler = CATCH.bindTo(new ThrownErrors(errors));
    MethodType type = handler.type().changeReturnType(handle.type().returnType());
    return MethodHandles.catchException(handle, Throwable.class, handler.asType(type));
  }

  @SuppressWarnings("unused") // called through a handle
  private int caught(Throwable thrown, Object object, Guest guest) throws Throwable {
    // A callback's: the program has come to its end, and no method may keep it from that.
    boolean isEnd = thrown instanceof TrapException || thrown instanceof ProgramExit;
    Optional<Errno> declared =
        isEnd
            ? Optional.empty()
            : errors.stream().filter(error -> error.on().isInstance(thrown)).findFirst();
    if (declared.isPresent()) {
      int number = declared.get().value();
      guest.address(SYMBOL).ifPresent(errno -> guest.memory().writeInt(errno, number));
      return -1;
    }
    throw isChecked(thrown.getClass()) ? new CheckedHostException(thrown) : thrown;
  }

  private static boolean isChecked(Class<?> type) {
    return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
  }

  private static MethodHandle find() {
    MethodType type = MethodType.methodType(int.class, Throwable.class, Object.class, Guest.class);
    try {
      return MethodHandles.lookup().findVirtual(ThrownErrors.class, "caught", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ThrownErrors.caught is gone", e);
    }
  }
}
