package org.dylink.machine.run;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The way from Java into generated code. */
final class Entry {
  /** Takes the address of the code of the entry, then what that takes. */
  @SuppressWarnings("restricted")
  static final MethodHandle ENTER =
      Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.of(
                  JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

  private Entry() {}

  static MemorySegment segment(long address) {
    return MemorySegment.ofAddress(address);
  }
}
