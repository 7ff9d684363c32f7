package org.dylink.engine.jvm.run.call;

import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** References that must not be null (WebAssembly Core, Execution, Reference Instructions). */
public final class References {
  private References() {}

  public static Object refAsNonNull(Object reference) {
    if (reference == null) {
      throw isNull("null reference");
    }
    return reference;
  }

  /** The entry of the function that is called by its reference. */
  public static EntryPoint entry(Object function) {
    if (function == null) {
      throw isNull("null function reference");
    }
    return ((JvmFunction) function).entry;
  }

  static TrapException isNull(String message) {
    return new TrapException(TrapKind.NULL_REFERENCE, message);
  }
}
