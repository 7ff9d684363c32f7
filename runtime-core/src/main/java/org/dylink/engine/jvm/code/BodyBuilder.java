package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** Collects a body's instructions while they are validated. */
public final class BodyBuilder {
  final List<Block> blocks = new ArrayList<>();
  Opcode[] opcodes;
  int[] offsets;
  long[] first;
  int[] second;
  Object[] details; // a Block, a Block[], a Vector or a lane as Integer
  Operands[] operands;
  Block[] enclosing;
  int size;

  /**
   * @param expected about how many instructions there will be
   */
  public BodyBuilder(int expected) {
    int room = Math.max(expected, 4);
    opcodes = new Opcode[room];
    offsets = new int[room];
    first = new long[room];
    second = new int[room];
    details = new Object[room];
    operands = new Operands[room];
    enclosing = new Block[room];
  }

  /** Opens the body itself. */
  public Block begin(FunctionType type) {
    return open(null, BlockType.of(type), null, Operands.none());
  }

  /** Adds an instruction as it finds the body. */
  public void add(Instruction each, Operands found, Block in) {
    if (size == opcodes.length) {
      grow(2 * size);
    }
    opcodes[size] = each.opcode;
    offsets[size] = each.offset;
    first[size] = isNumber(each.opcode.immediate()) ? each.constant : each.index;
    second[size] = each.second;
    details[size] = vectorDetail(each);
    operands[size] = found;
    enclosing[size] = in;
    size++;
  }

  private static boolean isNumber(Immediate immediate) {
    return switch (immediate) {
      case I32, I64, F32, F64, MEMORY_ACCESS, ATOMIC_ACCESS, LANE_ACCESS -> true;
      default -> false;
    };
  }

  private static Object vectorDetail(Instruction each) {
    return switch (each.opcode.immediate()) {
      case VECTOR, LANES -> each.vector;
      case LANE, LANE_ACCESS -> each.lane;
      default -> null;
    };
  }

  private void grow(int room) {
    opcodes = Arrays.copyOf(opcodes, room);
    offsets = Arrays.copyOf(offsets, room);
    first = Arrays.copyOf(first, room);
    second = Arrays.copyOf(second, room);
    details = Arrays.copyOf(details, room);
    operands = Arrays.copyOf(operands, room);
    enclosing = Arrays.copyOf(enclosing, room);
  }

  /** The position of the instruction that was added last. */
  public int last() {
    return size - 1;
  }

  /** Gives the last instruction its block. */
  public void name(Block block) {
    details[size - 1] = block;
  }

  /** Gives the last instruction the blocks that it may branch to. */
  public void name(Block[] targets) {
    details[size - 1] = targets;
  }

  /** A block that an instruction opens. */
  public Block open(Opcode opening, BlockType type, Block outer, Operands below) {
    Block block = new Block(blocks.size(), opening, type, outer, below);
    blocks.add(block);
    return block;
  }

  /** The body of what was added; nothing may be added any more. */
  public Body build(int function, FunctionType type, ValueType[] locals, IndexSpaces spaces) {
    return new Body(function, type, locals, spaces, this);
  }
}
