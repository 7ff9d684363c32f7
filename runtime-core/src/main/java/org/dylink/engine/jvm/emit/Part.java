package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import java.util.List;

/**
 * A range of instructions that becomes a method of its own: it lies within one block.
 *
 * @param start where it begins in the file
 * @param end where what follows begins
 * @param used the locals that it reads or writes
 * @param written the locals that it writes
 * @param inner the parts within it
 */
record Part(int start, int end, BitSet used, BitSet written, List<Part> inner) {
  /** The locals that it writes, itself or in parts within it. */
  BitSet changed() {
    BitSet all = (BitSet) written.clone();
    inner.forEach(part -> all.or(part.changed()));
    return all;
  }
}
