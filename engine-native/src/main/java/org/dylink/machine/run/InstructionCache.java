package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import org.dylink.engine.machine.make.Platform;

/** What a processor keeps of its code: on 64-bit Arm it does not see what is written there. */
@FunctionalInterface
interface InstructionCache {
  /** Makes it read a range anew. */
  void forget(long address, long size);

  /** Linux: the function is one of the compiler's, which the JVM's own libraries need as well. */
  static InstructionCache linux() {
    if (!Platform.NAME.endsWith("-aarch64")) {
      return (address, size) -> {};
    }
    MethodHandle clear =
        CLibrary.handle(
            "__clear_cache", "libgcc_s.so.1", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG));
    return (address, size) -> call(clear, address, address + size);
  }

  static InstructionCache macos() {
    MethodHandle invalidate =
        CLibrary.handle("sys_icache_invalidate", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG));
    return (address, size) -> call(invalidate, address, size);
  }

  private static void call(MethodHandle function, long first, long second) {
    try {
      function.invokeExact(first, second);
    } catch (Throwable e) {
      throw CLibrary.failed(e);
    }
  }
}
