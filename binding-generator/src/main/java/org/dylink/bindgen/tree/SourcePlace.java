package org.dylink.bindgen.tree;

/**
 * Where something stands in a file; what a macro made stands where the macro is used.
 *
 * @param file as clang names it; empty for what is in none
 * @param line from 1
 * @param column from 1
 * @param offset bytes from the file's beginning
 * @param length of the word there, in bytes
 */
record SourcePlace(String file, int line, int column, int offset, int length) {
  static final SourcePlace NOWHERE = new SourcePlace("", 0, 0, 0, 0);

  /** As clang writes it in the name of a type that has none. */
  String text() {
    return file + ":" + line + ":" + column;
  }
}
