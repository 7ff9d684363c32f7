package org.dylink.machine.run;

/**
 * References as generated code knows them: the address of a function, a number for anything else,
 * which counts in this thread alone.
 */
final class GuestReferences {
  private GuestReferences() {}

  static long of(Object object) {
    if (object == null) {
      return 0;
    }
    return object instanceof NativeFunction function
        ? function.address()
        : NativeThread.current().reference(object);
  }

  static Object at(long reference) {
    return HeldReferences.isOne(reference)
        ? NativeThread.current().referred(reference)
        : NativeFunction.at(reference);
  }
}
