package org.dylink.engine.jvm.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.code.BlockType;
import org.dylink.engine.jvm.code.BodyBuilder;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.Instruction;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.jvm.code.Operands;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * The types of the operands and the open blocks at one place of a body, as rules find and change
 * them (WebAssembly Core, Appendix, Validation Algorithm).
 */
final class Typing {
  private static final ValueType[] NOTHING = {};

  private final IndexSpaces spaces;
  private final ValueType[] locals;
  private final BodyBuilder body;
  private final List<ControlFrame> frames = new ArrayList<>();
  private final InitializedLocals initialized;
  private Operands operands;
  private int offset;

  /**
   * @param body gets what is found out
   */
  Typing(IndexSpaces spaces, FunctionType function, ValueType[] locals, BodyBuilder body) {
    this.spaces = spaces;
    this.locals = locals;
    this.body = body;
    this.initialized = new InitializedLocals(locals, function.params().size());
    Block whole = body.begin(function);
    this.operands = whole.below();
    frames.add(new ControlFrame(whole, null));
  }

  /** Whether the body's last end was seen. */
  boolean isDone() {
    return frames.isEmpty();
  }

  /** Comes to an instruction, and follows what it does where its opcode tells that. */
  void take(Instruction each) {
    offset = each.offset;
    if (frames.isEmpty()) {
      throw error("operators remaining after end of function");
    }
    body.add(each, operands, frame(0).block());
    FunctionType type =
        each.opcode.type(spaces.addressType(each.opcode.immediate(), each.index, each.second));
    if (type != null) {
      pop(type.params());
      push(type.results());
    }
  }

  InvalidCodeException error(String rule) {
    return new InvalidCodeException(offset, rule);
  }

  private InvalidCodeException unknown(String what, int index, int count) {
    return InvalidCodeException.unknown(offset, what, index, count);
  }

  IndexSpaces spaces() {
    return spaces;
  }

  /** The type of a local. */
  ValueType local(int index) {
    if (index < 0 || index >= locals.length) {
      throw unknown("local", index, locals.length);
    }
    return locals[index];
  }

  /** The locals that have a value. */
  InitializedLocals initialized() {
    return initialized;
  }

  ValueType table(int index) {
    return spaces.table(index).element();
  }

  /** What indexes of a table are. */
  ValueType indexes(int table) {
    return spaces.table(table).addressType().valueType();
  }

  void requireSubtype(ValueType expected, ValueType found) {
    if (!found.isSubtypeOf(expected)) {
      throw error("type mismatch: expected " + expected + ", found " + found);
    }
  }

  // Operands

  void push(ValueType type) {
    operands = operands.push(type);
  }

  void push(ValueType[] pushed) {
    for (ValueType type : pushed) {
      push(type);
    }
  }

  void push(List<ValueType> pushed) {
    for (int i = 0; i < pushed.size(); i++) {
      push(pushed.get(i));
    }
  }

  /** Takes an operand of any type. */
  ValueType pop() {
    if (!isEmpty()) {
      ValueType top = operands.top();
      operands = operands.below();
      return top;
    }
    if (frame(0).isUnreachable()) {
      return null;
    }
    throw error("type mismatch: expected an operand, found none");
  }

  /** Takes a reference; null where it may be of any type. */
  ValueType popReference() {
    ValueType type = pop();
    if (type != null && !type.isReference()) {
      throw error("type mismatch: expected a reference, found " + type);
    }
    return type;
  }

  ValueType pop(ValueType expected) {
    if (isEmpty() && !frame(0).isUnreachable()) {
      throw error("type mismatch: expected " + expected + ", found none");
    }
    ValueType found = pop();
    if (found != null && expected != null && !found.isSubtypeOf(expected)) {
      throw error("type mismatch: expected " + expected + ", found " + found);
    }
    return found == null ? expected : found;
  }

  /** Whether nothing is known of the operands any more: there may be any. */
  boolean isAny() {
    return isEmpty() && frame(0).isUnreachable();
  }

  /** As pop, but gives back what lies there: null where it may be any. */
  ValueType popAny(ValueType expected) {
    ValueType found = isEmpty() ? null : operands.top();
    pop(expected);
    return found;
  }

  /** Whether all operands lie below the innermost block. */
  private boolean isEmpty() {
    return operands.size() == frame(0).block().height();
  }

  void pop(ValueType[] expected) {
    for (int i = expected.length - 1; i >= 0; i--) {
      pop(expected[i]);
    }
  }

  void pop(List<ValueType> expected) {
    for (int i = expected.size() - 1; i >= 0; i--) {
      pop(expected.get(i));
    }
  }

  // Blocks

  /** The block that is so many labels out; 0 is the innermost. */
  ControlFrame label(int label) {
    if (label < 0 || label >= frames.size()) {
      throw unknown("label", label, frames.size());
    }
    return frame(label);
  }

  private ControlFrame frame(int label) {
    return frames.get(frames.size() - 1 - label);
  }

  /** The innermost part of a block. */
  ControlFrame innermost() {
    return frame(0);
  }

  /** The function itself. */
  Block whole() {
    return frames.get(0).block();
  }

  /** Notes which block the instruction names. */
  Block name(Block block) {
    body.name(block);
    return block;
  }

  /** Notes which blocks the instruction may branch to. */
  void name(Block[] targets) {
    body.name(targets);
  }

  Block open(Opcode opening, BlockType type) {
    pop(type.params());
    Block block = body.open(opening, type, frame(0).block(), operands);
    frames.add(new ControlFrame(block, opening));
    initialized.enter();
    push(type.params());
    return name(block);
  }

  /** Ends the innermost part of a block, whose results must be all that it left. */
  ControlFrame close() {
    ControlFrame frame = frame(0);
    pop(frame.block().type().results());
    if (!isEmpty()) {
      int left = operands.size() - frame.block().height();
      throw error("type mismatch: expected the end of the stack, found " + left + " more operands");
    }
    frames.remove(frames.size() - 1);
    initialized.leave();
    frame.block().endBody(body.last());
    name(frame.block());
    return frame;
  }

  /** Goes on with another part of a block: else, catch. */
  void reopen(Opcode opening, ControlFrame closed, ValueType[] given) {
    frames.add(new ControlFrame(closed.block(), opening));
    initialized.enter();
    push(given);
  }

  void end() {
    ControlFrame frame = close();
    BlockType type = frame.block().type();
    if (frame.opening() == Opcode.IF
        && !areSubtypes(List.of(type.params()), List.of(type.results()))) {
      throw error(
          "type mismatch: expected results "
              + Arrays.toString(type.params())
              + " of an if without else, found "
              + Arrays.toString(type.results()));
    }
    push(type.results());
  }

  void setUnreachable() {
    operands = frame(0).block().below();
    frame(0).setUnreachable();
  }

  /** Whether values of some types may stand where others are expected. */
  static boolean areSubtypes(List<ValueType> types, List<ValueType> expected) {
    boolean match = types.size() == expected.size();
    for (int i = 0; match && i < types.size(); i++) {
      match = types.get(i).isSubtypeOf(expected.get(i));
    }
    return match;
  }

  static ValueType[] nothing() {
    return NOTHING;
  }
}
