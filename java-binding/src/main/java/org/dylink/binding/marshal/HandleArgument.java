package org.dylink.binding.marshal;

import org.dylink.binding.Callback;

/** A function pointer that the caller keeps. */
final class HandleArgument extends Argument {
  private final BoundLibrary library;

  HandleArgument(String place, boolean orNull, BoundLibrary library) {
    super(place, orNull);
    this.library = library;
  }

  @Override
  int address(Scratch scratch, Object value) {
    if (!(value instanceof HeldCallback<?> held) || !held.isOf(library)) {
      throw refuse("is a function pointer of another program");
    } else if (held.isClosed()) {
      throw refuse("is a callback that was closed");
    }
    return ((Callback<?>) value).slot();
  }
}
