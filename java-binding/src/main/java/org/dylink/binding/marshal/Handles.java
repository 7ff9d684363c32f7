package org.dylink.binding.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Method handles of this package, and calls of those that take and give objects. */
final class Handles {
  private Handles() {}

  static MethodType type(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters);
  }

  /** A method of a class of this package. */
  static MethodHandle virtual(Class<?> owner, String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(owner, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: " + owner.getName() + "." + method + " is gone", e);
    }
  }

  /** A static method of a class of this package. */
  static MethodHandle fixed(Class<?> owner, String method, MethodType type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findStatic(owner, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: " + owner.getName() + "." + method + " is gone", e);
    }
  }

  /** A static method of Java's. */
  static MethodHandle ofJava(Class<?> owner, String method, MethodType type) {
    try {
      return MethodHandles.publicLookup().findStatic(owner, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: " + owner.getName() + "." + method + " is gone", e);
    }
  }

  /** Calls a handle; what it throws passes unchanged. */
  static Object call(MethodHandle handle) {
    try {
      return handle.invoke();
    } catch (Throwable e) {
      throw Handles.<RuntimeException>unchecked(e);
    }
  }

  /** Calls a handle; what it throws passes unchanged. */
  static Object call(MethodHandle handle, Object argument) {
    try {
      return handle.invoke(argument);
    } catch (Throwable e) {
      throw Handles.<RuntimeException>unchecked(e);
    }
  }

  /** Throws anything where nothing is declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
  static <T extends Throwable> T unchecked(Throwable e) throws T {
    throw (T) e;
  }
}
