package org.dylink.bindgen.c;

import java.util.List;

/**
 * Where the members of a struct or union are.
 *
 * @param offsets of each member, in bits
 * @param size in bytes
 * @param alignment in bytes
 */
public record RecordLayout(List<Long> offsets, long size, int alignment) {
  public RecordLayout {
    offsets = List.copyOf(offsets);
  }
}
