package org.dylink.engine.jvm.code;

import org.dylink.format.ValueType;

/**
 * A block, loop, if or try of a body, or the body itself, from the instruction that opens it to its
 * end. A position is the number of an instruction.
 */
public final class Block {
  /**
   * One clause of a {@code try_table}.
   *
   * @param tag the tag that is caught, or -1 for all
   * @param givesReference whether the exception's reference follows its values
   * @param to where the branch goes
   */
  public record Catch(int tag, boolean givesReference, Block to) {
    /** Whether every exception is caught. */
    public boolean catchesAll() {
      return tag < 0;
    }
  }

  private final int number;
  private final Opcode opening;
  private final BlockType type;
  private final Block outer;
  private final Block outerTry;
  private final int depth;
  private final Operands below;
  private int bodyEnd = -1;
  private Catch[] catches = {};
  private Block delegate;

  Block(int number, Opcode opening, BlockType type, Block outer, Operands below) {
    this.number = number;
    this.opening = opening;
    this.type = type;
    this.outer = outer;
    this.outerTry = outer == null || outer.isOpenTry() ? outer : outer.outerTry;
    this.depth = outer == null ? 0 : outer.depth + 1;
    this.below = below;
  }

  /** Its number among the blocks of the body, in the order in which they open; 0 is the body. */
  public int number() {
    return number;
  }

  /** The instruction that opened it; null for the body itself. */
  public Opcode opening() {
    return opening;
  }

  public BlockType type() {
    return type;
  }

  /** The block around it; null for the body itself. */
  public Block outer() {
    return outer;
  }

  /** How many blocks are around it. */
  public int depth() {
    return depth;
  }

  /** The operands that lie below it. */
  public Operands below() {
    return below;
  }

  /** How many operands lie below it. */
  public int height() {
    return below.size();
  }

  /** What a branch to it carries: to a loop what that takes, else what the block leaves. */
  public ValueType[] labelTypes() {
    return opening == Opcode.LOOP ? type.params() : type.results();
  }

  private boolean isOpenTry() {
    return opening == Opcode.TRY && bodyEnd < 0;
  }

  /**
   * The innermost try of the legacy encoding, this or one around it, in whose body a position of
   * this block is; null if there is none.
   */
  public Block innermostTry(int position) {
    return opening == Opcode.TRY && position < bodyEnd ? this : outerTry;
  }

  /** Notes where its else, its first clause or its end is: whichever comes first. */
  public void endBody(int position) {
    if (bodyEnd < 0) {
      bodyEnd = position;
    }
  }

  /** Of a try_table, the clauses; none of others. Nobody may change the array. */
  public Catch[] catches() {
    return catches;
  }

  public void setCatches(Catch[] clauses) {
    catches = clauses;
  }

  /** Of a try that ends in a delegate, who gets what is thrown in it; else null. */
  public Block delegate() {
    return delegate;
  }

  public void setDelegate(Block receiver) {
    delegate = receiver;
  }
}
