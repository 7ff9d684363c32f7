package org.dylink.engine.jvm.code;

import org.dylink.format.ValueType;
import org.dylink.format.Vector;

/**
 * The instruction that was read last; one object serves a whole body. A field means something only
 * where the opcode has such an immediate.
 */
public final class Instruction {
  /** Where it begins in the file. */
  public int offset;

  public Opcode opcode;

  /** The first index or label. */
  public int index;

  /**
   * The second index: the table of an indirect call, the source of a copy; the memory of whatever
   * names one memory.
   */
  public int second;

  /** A constant's bits; the offset of a memory access, unsigned. */
  public long constant;

  /** A lane of a vector. */
  public int lane;

  /** A constant of 128 bits, or the numbers of 16 lanes, a byte each. */
  public Vector vector;

  /** Of block, loop, if, try and try_table. */
  public BlockType blockType;

  /** Of br_table, the default last. */
  public int[] labels;

  /** Of try_table. */
  public CatchClause[] catches;

  /** Of ref.null and of a select with a type; of a cast, what it is to. */
  public ValueType type;

  /** Of a branch on a cast, what is cast. */
  public ValueType source;
}
