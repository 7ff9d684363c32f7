package org.dylink.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Guest code behind a handle, which runs under a control. */
final class GuardedCode {
  private static final MethodHandle CHECK =
      find("checkNotStopped", MethodType.methodType(void.class));
  private static final MethodHandle EXPLAINED =
      find("explained", MethodType.methodType(RuntimeException.class, RuntimeException.class));

  private GuardedCode() {}

  /** A handle of the type of {@code code}. */
  static MethodHandle handle(ExecutionControl control, MethodHandle code) {
    MethodHandle failing =
        MethodHandles.filterReturnValue(
            EXPLAINED.bindTo(control),
            MethodHandles.throwException(code.type().returnType(), RuntimeException.class));
    return MethodHandles.foldArguments(
        MethodHandles.catchException(code, RuntimeException.class, failing), CHECK.bindTo(control));
  }

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(ExecutionControl.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ExecutionControl." + method + " is gone", e);
    }
  }
}
