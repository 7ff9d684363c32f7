package org.dylink.linker.link.replace;

/**
 * A library's data symbol in its region.
 *
 * @param offset bytes from the start of the region
 * @param size bytes; if the library does not tell, up to the next symbol or the end of the region
 */
record DataSymbol(String name, int offset, int size) {
  int end() {
    return offset + size;
  }
}
