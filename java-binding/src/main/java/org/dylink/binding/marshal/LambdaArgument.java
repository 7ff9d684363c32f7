package org.dylink.binding.marshal;

import org.dylink.linker.FunctionPointer;

/** A lambda that C may call until the call that it was given to returns. */
final class LambdaArgument extends Argument {
  private final BoundLibrary library;
  private final CallbackType type;

  LambdaArgument(String place, boolean orNull, BoundLibrary library, CallbackType type) {
    super(place, orNull);
    this.library = library;
    this.type = type;
  }

  @Override
  int address(Scratch scratch, Object value) {
    FunctionPointer pointer = type.pointTo(library, value);
    scratch.hold(pointer::close);
    return pointer.slot();
  }
}
