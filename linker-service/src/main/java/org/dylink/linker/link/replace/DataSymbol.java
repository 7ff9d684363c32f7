package org.dylink.linker.link.replace;

/**
 * A library's data symbol in its region.
 *
 * @param offset bytes from the start of the region
 * @param size bytes; if the library does not tell, up to the next symbol or the end of the region
 * @param isTold whether the library tells it
 */
record DataSymbol(String name, int offset, int size, boolean isTold) {
  int end() {
    return offset + size;
  }

  /**
   * How many of its bytes are carried to one of its name in another library.
   *
   * @param hasHooks whether the libraries hand on what is not carried
   */
  int carriedTo(DataSymbol other, boolean hasHooks) {
    if (size == other.size) {
      return size;
    }
    // What may be behind it is the hooks' then; without them nobody knows what it is.
    boolean isLoose = hasHooks && !(isTold && other.isTold);
    return isLoose ? Math.min(size, other.size) : 0;
  }
}
