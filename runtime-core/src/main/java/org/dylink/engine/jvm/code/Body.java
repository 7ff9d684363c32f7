package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;

/**
 * A function's body, decoded and validated: its instructions as arrays, each with its immediates,
 * the operands that it finds and the block that it stands in. Indexes are checked, and labels are
 * resolved to blocks. Nobody changes it once it is built.
 *
 * <p>A position is the number of an instruction, from 0.
 */
public final class Body {
  private final int function;
  private final FunctionType type;
  private final ValueType[] locals;
  private final IndexSpaces spaces;
  private final List<Block> blocks;
  private final BodyBuilder rows;

  Body(int function, FunctionType type, ValueType[] locals, IndexSpaces spaces, BodyBuilder rows) {
    this.function = function;
    this.type = type;
    this.locals = locals;
    this.spaces = spaces;
    this.blocks = rows.blocks;
    this.rows = rows;
  }

  /** The function's index, imports counted first. */
  public int function() {
    return function;
  }

  public FunctionType type() {
    return type;
  }

  /** The types of all locals, parameters first. Nobody may change the array. */
  public ValueType[] locals() {
    return locals;
  }

  public IndexSpaces spaces() {
    return spaces;
  }

  /** How many instructions there are. */
  public int size() {
    return rows.size;
  }

  /** All blocks in the order in which they open; the first is the body itself. */
  public List<Block> blocks() {
    return blocks;
  }

  /** The body itself: where a return branches to. */
  public Block whole() {
    return blocks.get(0);
  }

  /** Where an instruction is in the file. */
  public int offset(int at) {
    return rows.offsets[at];
  }

  public Opcode opcode(int at) {
    return rows.opcodes[at];
  }

  /** The first index. */
  public int index(int at) {
    return (int) rows.first[at];
  }

  /**
   * The second index: the table of an indirect call, the source of a copy; the memory of whatever
   * names one memory.
   */
  public int second(int at) {
    return rows.second[at];
  }

  /** The bits of a constant, or the offset of a memory access, unsigned. */
  public long constant(int at) {
    return rows.first[at];
  }

  /** What addresses are in the memory or table that an instruction names; 32 bits for others. */
  public AddressType addressType(int at) {
    return spaces.addressType(opcode(at).immediate(), index(at), second(at));
  }

  /** A constant of 128 bits, or the numbers of 16 lanes, a byte each. */
  public Vector vector(int at) {
    return (Vector) rows.details[at];
  }

  /** The lane that an instruction names. */
  public int lane(int at) {
    return (Integer) rows.details[at];
  }

  /**
   * Of an instruction that opens, continues or ends a block, that block; of a branch or rethrow,
   * the block that it names.
   */
  public Block block(int at) {
    return (Block) rows.details[at];
  }

  /** Where a br_table branches to, the default last. Nobody may change the array. */
  public Block[] targets(int at) {
    return (Block[]) rows.details[at];
  }

  /** The operands that an instruction finds. */
  public Operands operands(int at) {
    return rows.operands[at];
  }

  /** The block that an instruction stands in; of one that ends a block, that one. */
  public Block enclosing(int at) {
    return rows.enclosing[at];
  }
}
