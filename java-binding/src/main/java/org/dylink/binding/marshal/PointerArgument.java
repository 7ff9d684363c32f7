package org.dylink.binding.marshal;

/** An address in the same program. */
final class PointerArgument extends Argument {
  private final BoundLibrary library;

  PointerArgument(String place, boolean orNull, BoundLibrary library) {
    super(place, orNull);
    this.library = library;
  }

  @Override
  int address(Scratch scratch, Object value) {
    if (!(value instanceof GuestPointer pointer) || !pointer.isOf(library)) {
      throw refuse("points into the memory of another program");
    }
    return pointer.address();
  }
}
