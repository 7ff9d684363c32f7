package org.dylink.engine.jvm.run.call;

/** References that must not be null (WebAssembly Core, Execution, Reference Instructions). */
public final class References {
  private References() {}

  public static Object refAsNonNull(Object reference) {
    if (reference == null) {
      throw Traps.nullReference("null reference");
    }
    return reference;
  }

  /** The entry of the function that is called by its reference. */
  public static EntryPoint entry(Object function) {
    if (function == null) {
      throw Traps.nullReference("null function reference");
    }
    return ((JvmFunction) function).entry;
  }
}
