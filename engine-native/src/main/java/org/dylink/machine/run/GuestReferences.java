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
    NativeThread thread = NativeThread.current();
    return object instanceof NativeFunction function
        ? thread.hold(function.address(), function)
        : thread.reference(object);
  }

  static Object at(long reference) {
    return HeldReferences.isOne(reference)
        ? NativeThread.current().referred(reference)
        : NativeFunction.at(reference);
  }
}
