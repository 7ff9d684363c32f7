package org.dylink.bindgen.emit;

import org.dylink.bindgen.c.Extent;

/**
 * A component of a record.
 *
 * @param length how many elements an array has; 0 for what is none
 * @param type in Java
 * @param note what the documentation says of it; empty for the most
 */
record Component(String name, String type, long length, Extent extent, String note) {
  String text() {
    return (length > 0 ? "@Length(" + length + ") " : "") + type + " " + name;
  }
}
