package org.dylink.engine.jvm.plan;

import java.util.BitSet;
import java.util.List;

/**
 * A range of instructions that becomes a method of its own: it lies within one block.
 *
 * @param start the position of its first instruction
 * @param end the position of what follows it
 * @param used the locals that it reads or writes
 * @param written the locals that it writes
 * @param inner the parts within it
 */
public record Part(int start, int end, BitSet used, BitSet written, List<Part> inner) {
  /** The locals that it writes, itself or in parts within it. */
  public BitSet changed() {
    BitSet all = (BitSet) written.clone();
    inner.forEach(part -> all.or(part.changed()));
    return all;
  }
}
