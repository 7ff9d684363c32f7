package org.dylink.binding.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Method handles of classes that are there, and calls of those that take and give objects. */
public final class Handles {
  private Handles() {}

  public static MethodType type(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters);
  }

  /** A method that whoever looks it up can call. */
  public static MethodHandle virtual(
      MethodHandles.Lookup lookup, Class<?> owner, String method, MethodType type) {
    try {
      return lookup.findVirtual(owner, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: " + owner.getName() + "." + method + " is gone", e);
    }
  }

  /** A static method that whoever looks it up can call. */
  public static MethodHandle fixed(
      MethodHandles.Lookup lookup, Class<?> owner, String method, MethodType type) {
    try {
      return lookup.findStatic(owner, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: " + owner.getName() + "." + method + " is gone", e);
    }
  }

  /** Calls a handle; what it throws passes unchanged. */
  public static Object call(MethodHandle handle) {
    try {
      return handle.invoke();
    } catch (Throwable e) {
      throw Handles.<RuntimeException>unchecked(e);
    }
  }

  /** Calls a handle; what it throws passes unchanged. */
  public static Object call(MethodHandle handle, Object argument) {
    try {
      return handle.invoke(argument);
    } catch (Throwable e) {
      throw Handles.<RuntimeException>unchecked(e);
    }
  }

  /** Throws anything where nothing is declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
  public static <T extends Throwable> T unchecked(Throwable e) throws T {
    throw (T) e;
  }
}
