package org.dylink.binding.marshal;

/** The results that are no numbers. */
final class Results {
  private Results() {}

  static final class OfPointer extends Result {
    private final BoundLibrary library;

    OfPointer(BoundLibrary library) {
      this.library = library;
    }

    @Override
    public Object read(int address) {
      return library.pointerOrNull(address);
    }
  }

  /** A string that C keeps. */
  static final class OfString extends Result {
    private final BoundLibrary library;

    OfString(BoundLibrary library) {
      this.library = library;
    }

    @Override
    public Object read(int address) {
      return library.stringOrNull(address);
    }
  }

  /** A struct: C is given a place for it as its first parameter. */
  static final class OfStruct extends Result {
    private final BoundLibrary library;
    private final StructCodec codec;

    OfStruct(BoundLibrary library, StructCodec codec) {
      this.library = library;
      this.codec = codec;
    }

    @Override
    public Object read(int address) {
      return codec.read(library.entrance().memory(), address);
    }

    @Override
    int space() {
      return codec.layout().size();
    }
  }
}
