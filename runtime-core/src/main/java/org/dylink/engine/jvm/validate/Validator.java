package org.dylink.engine.jvm.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.binary.BlockType;
import org.dylink.engine.jvm.binary.IndexSpaces;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.InvalidCodeException;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * Follows the types through a body, an instruction at a time (WebAssembly Core, Appendix,
 * Validation Algorithm). Whoever goes through a body with it sees the operands and blocks before
 * each step.
 */
public final class Validator {
  private static final ValueType[] NOTHING = {};

  private final ValueType[] locals;
  private final OperandStack operands = new OperandStack();
  private final List<ControlFrame> frames = new ArrayList<>();
  private final InstructionTypes types;
  private int offset;

  public Validator(IndexSpaces spaces, FunctionType function, ValueType[] locals) {
    this.locals = locals;
    this.types = new InstructionTypes(spaces, this);
    frames.add(new ControlFrame(null, BlockType.of(function), 0));
  }

  public OperandStack operands() {
    return operands;
  }

  /** How many blocks are open, the function itself included. */
  public int depth() {
    return frames.size();
  }

  /** The block that is so many labels out; 0 is the innermost. */
  public ControlFrame frame(int label) {
    return frames.get(frames.size() - 1 - label);
  }

  /** The type of a local. */
  public ValueType local(int index) {
    if (index < 0 || index >= locals.length) {
      throw unknown("local", index, locals.length);
    }
    return locals[index];
  }

  /** The type of each local, parameters first. */
  public ValueType[] locals() {
    return locals;
  }

  /** Whether the body's last end was seen. */
  public boolean isDone() {
    return frames.isEmpty();
  }

  /**
   * Checks an instruction and follows what it does.
   *
   * @throws InvalidCodeException if it must not stand here
   */
  public void step(Instruction instruction) {
    offset = instruction.offset;
    if (frames.isEmpty()) {
      throw error("operators remaining after end of function");
    }
    String signature = instruction.opcode.signature();
    if (signature != null) {
      types.checkSignature(signature, instruction);
    } else {
      types.check(instruction);
    }
  }

  InvalidCodeException error(String rule) {
    return new InvalidCodeException(offset, rule);
  }

  private InvalidCodeException unknown(String what, int index, int count) {
    return InvalidCodeException.unknown(offset, what, index, count);
  }

  // Operands

  void push(ValueType type) {
    operands.push(type);
  }

  void push(ValueType[] pushed) {
    for (ValueType type : pushed) {
      operands.push(type);
    }
  }

  /** Takes an operand of any type. */
  ValueType pop() {
    ControlFrame frame = frame(0);
    if (operands.size() == frame.height()) {
      if (frame.isUnreachable()) {
        return null;
      }
      throw error("type mismatch: expected an operand, found none");
    }
    return operands.pop();
  }

  ValueType pop(ValueType expected) {
    if (operands.size() == frame(0).height() && !frame(0).isUnreachable()) {
      throw error("type mismatch: expected " + expected + ", found none");
    }
    ValueType found = pop();
    if (found != expected && found != null && expected != null) {
      throw error("type mismatch: expected " + expected + ", found " + found);
    }
    return found == null ? expected : found;
  }

  /** As pop, but gives back what lies there: null where it may be any. */
  ValueType popAny(ValueType expected) {
    boolean any = operands.size() == frame(0).height() || operands.fromTop(0) == null;
    pop(expected);
    return any ? null : expected;
  }

  void pop(ValueType[] expected) {
    for (int i = expected.length - 1; i >= 0; i--) {
      pop(expected[i]);
    }
  }

  // Blocks

  ControlFrame label(int label) {
    if (label < 0 || label >= frames.size()) {
      throw unknown("label", label, frames.size());
    }
    return frame(label);
  }

  void open(Opcode opening, BlockType type) {
    pop(type.params());
    openFrame(opening, type);
    push(type.params());
  }

  private void openFrame(Opcode opening, BlockType type) {
    frames.add(new ControlFrame(opening, type, operands.size()));
  }

  /** Ends the innermost block, whose results must be all that it left. */
  ControlFrame close() {
    ControlFrame frame = frame(0);
    pop(frame.type().results());
    if (operands.size() != frame.height()) {
      int left = operands.size() - frame.height();
      throw error("type mismatch: expected the end of the stack, found " + left + " more operands");
    }
    frames.remove(frames.size() - 1);
    return frame;
  }

  /** Goes on with another part of a block: else, catch. */
  void reopen(Opcode opening, ControlFrame closed, ValueType[] given) {
    openFrame(opening, closed.type());
    frame(0).attachment = closed.attachment;
    push(given);
  }

  void end() {
    ControlFrame frame = close();
    if (frame.opening() == Opcode.IF && !sameTypes(frame.type())) {
      throw error(
          "type mismatch: expected results "
              + Arrays.toString(frame.type().params())
              + " of an if without else, found "
              + Arrays.toString(frame.type().results()));
    }
    push(frame.type().results());
  }

  private static boolean sameTypes(BlockType type) {
    return Arrays.equals(type.params(), type.results());
  }

  void setUnreachable() {
    ControlFrame frame = frame(0);
    operands.cutTo(frame.height());
    frame.setUnreachable();
  }

  static ValueType[] nothing() {
    return NOTHING;
  }
}
