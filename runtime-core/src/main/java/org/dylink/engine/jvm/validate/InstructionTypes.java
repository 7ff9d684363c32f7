package org.dylink.engine.jvm.validate;

import static org.dylink.format.ValueType.EXNREF;
import static org.dylink.format.ValueType.FUNCREF;
import static org.dylink.format.ValueType.I32;

import java.util.Arrays;
import org.dylink.engine.jvm.binary.BlockType;
import org.dylink.engine.jvm.binary.CatchClause;
import org.dylink.engine.jvm.binary.IndexSpaces;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/** What each instruction takes and leaves (WebAssembly Core, Validation, Instructions). */
final class InstructionTypes {
  private final IndexSpaces spaces;
  private final Validator validator;

  InstructionTypes(IndexSpaces spaces, Validator validator) {
    this.spaces = spaces;
    this.validator = validator;
  }

  /** An instruction whose operands and results are always the same. */
  void checkSignature(String signature, Instruction instruction) {
    checkSegmentTypes(instruction);
    int colon = signature.indexOf(':');
    for (int i = colon - 1; i >= 0; i--) {
      validator.pop(type(signature.charAt(i)));
    }
    for (int i = colon + 1; i < signature.length(); i++) {
      validator.push(type(signature.charAt(i)));
    }
  }

  private static ValueType type(char letter) {
    return switch (letter) {
      case 'i' -> ValueType.I32;
      case 'l' -> ValueType.I64;
      case 'f' -> ValueType.F32;
      default -> ValueType.F64;
    };
  }

  private void checkSegmentTypes(Instruction instruction) {
    if (instruction.opcode == Opcode.TABLE_INIT) {
      requireSame(table(instruction.second), spaces.elementType(instruction.index));
    } else if (instruction.opcode == Opcode.TABLE_COPY) {
      requireSame(table(instruction.index), table(instruction.second));
    }
  }

  private void requireSame(ValueType expected, ValueType found) {
    if (expected != found) {
      throw validator.error("type mismatch: expected " + expected + ", found " + found);
    }
  }

  private ValueType table(int index) {
    return spaces.table(index).element();
  }

  void check(Instruction each) {
    switch (each.opcode) {
      case NOP -> {}
      case UNREACHABLE -> validator.setUnreachable();
      case BLOCK, LOOP, TRY -> validator.open(each.opcode, each.blockType);
      case IF -> {
        validator.pop(I32);
        validator.open(each.opcode, each.blockType);
      }
      case TRY_TABLE -> checkTryTable(each);
      case ELSE -> checkElse(each);
      case CATCH -> checkCatch(each, spaces.tag(each.index).payload());
      case CATCH_ALL -> checkCatch(each, null);
      case DELEGATE -> checkDelegate(each);
      case END -> validator.end();
      case BR, BR_IF, BR_TABLE, RETURN, THROW, RETHROW, THROW_REF -> checkBranch(each);
      case CALL, CALL_INDIRECT, RETURN_CALL, RETURN_CALL_INDIRECT -> checkCall(each);
      default -> checkValues(each);
    }
  }

  private void checkElse(Instruction each) {
    if (validator.frame(0).opening() != Opcode.IF) {
      throw validator.error("else without if");
    }
    ControlFrame closed = validator.close();
    validator.reopen(each.opcode, closed, closed.type().params());
  }

  private void checkCatch(Instruction each, FunctionType payload) {
    Opcode opening = validator.frame(0).opening();
    if (opening != Opcode.TRY && opening != Opcode.CATCH) {
      throw validator.error(each.opcode + " without try");
    }
    ControlFrame closed = validator.close();
    ValueType[] values = payload == null ? Validator.nothing() : BlockType.of(payload).params();
    validator.reopen(each.opcode, closed, values);
  }

  private void checkDelegate(Instruction each) {
    if (validator.frame(0).opening() != Opcode.TRY) {
      throw validator.error("delegate without try");
    }
    ControlFrame closed = validator.close();
    validator.label(each.index);
    validator.push(closed.type().results());
  }

  private void checkTryTable(Instruction each) {
    // The labels of the clauses are counted from outside of the block.
    for (CatchClause clause : each.catches) {
      BlockType given =
          clause.catchesAll() ? BlockType.EMPTY : BlockType.of(spaces.tag(clause.tag()).payload());
      ValueType[] expected = validator.label(clause.label()).labelTypes();
      requireClause(expected, given.params(), clause.givesReference());
    }
    validator.open(each.opcode, each.blockType);
  }

  /** Both counts are of the values that go to a label. */
  private void requireArity(int expected, int found) {
    if (expected != found) {
      throw validator.error(
          "type mismatch: expected " + expected + " values for a label, found " + found);
    }
  }

  private void requireClause(ValueType[] expected, ValueType[] given, boolean reference) {
    int count = given.length + (reference ? 1 : 0);
    requireArity(expected.length, count);
    for (int i = 0; i < count; i++) {
      requireSame(expected[i], i < given.length ? given[i] : EXNREF);
    }
  }

  private void checkBranch(Instruction each) {
    switch (each.opcode) {
      case BR_IF -> {
        validator.pop(I32);
        ValueType[] types = validator.label(each.index).labelTypes();
        validator.pop(types);
        validator.push(types);
        return;
      }
      case BR -> validator.pop(validator.label(each.index).labelTypes());
      case BR_TABLE -> checkTable(each.labels);
      case RETURN -> validator.pop(validator.frame(validator.depth() - 1).labelTypes());
      case THROW -> validator.pop(BlockType.of(spaces.tag(each.index).payload()).params());
      case THROW_REF -> validator.pop(EXNREF);
      default -> checkRethrow(each);
    }
    validator.setUnreachable();
  }

  private void checkRethrow(Instruction each) {
    Opcode opening = validator.label(each.index).opening();
    if (opening != Opcode.CATCH && opening != Opcode.CATCH_ALL) {
      throw validator.error("invalid rethrow label " + each.index);
    }
  }

  private void checkTable(int[] labels) {
    validator.pop(I32);
    ValueType[] last = validator.label(labels[labels.length - 1]).labelTypes();
    for (int label : labels) {
      ValueType[] types = validator.label(label).labelTypes();
      requireArity(last.length, types.length);
      // Taken and put back: in unreachable code an operand may fit several types.
      ValueType[] taken = new ValueType[types.length];
      for (int i = types.length - 1; i >= 0; i--) {
        taken[i] = validator.popAny(types[i]);
      }
      validator.push(taken);
    }
    validator.pop(last);
  }

  private void checkCall(Instruction each) {
    boolean indirect =
        each.opcode == Opcode.CALL_INDIRECT || each.opcode == Opcode.RETURN_CALL_INDIRECT;
    if (indirect) {
      requireSame(FUNCREF, table(each.second));
      validator.pop(I32);
    }
    FunctionType called = indirect ? spaces.type(each.index) : spaces.function(each.index);
    BlockType type = BlockType.of(called);
    validator.pop(type.params());
    if (each.opcode == Opcode.CALL || each.opcode == Opcode.CALL_INDIRECT) {
      validator.push(type.results());
      return;
    }
    ValueType[] own = validator.frame(validator.depth() - 1).type().results();
    if (!Arrays.equals(own, type.results())) {
      throw validator.error(
          "type mismatch: expected results "
              + Arrays.toString(own)
              + " of a tail call, found "
              + Arrays.toString(type.results()));
    }
    validator.setUnreachable();
  }

  private void checkValues(Instruction each) {
    switch (each.opcode) {
      case DROP -> validator.pop();
      case SELECT -> checkSelect();
      case SELECT_TYPED -> {
        validator.pop(I32);
        validator.pop(each.type);
        validator.pop(each.type);
        validator.push(each.type);
      }
      case LOCAL_GET -> validator.push(validator.local(each.index));
      case LOCAL_SET -> validator.pop(validator.local(each.index));
      case LOCAL_TEE -> {
        validator.pop(validator.local(each.index));
        validator.push(validator.local(each.index));
      }
      case GLOBAL_GET -> validator.push(spaces.global(each.index).value());
      case GLOBAL_SET -> checkGlobalSet(each.index);
      case I32_CONST -> validator.push(I32);
      case I64_CONST -> validator.push(ValueType.I64);
      case F32_CONST -> validator.push(ValueType.F32);
      case F64_CONST -> validator.push(ValueType.F64);
      default -> checkReferences(each);
    }
  }

  private void checkSelect() {
    validator.pop(I32);
    ValueType first = validator.pop();
    ValueType second = validator.pop(first);
    ValueType type = first == null ? second : first;
    if (type != null && type.isReference()) {
      throw validator.error("type mismatch: expected a number, found " + type);
    }
    validator.push(type);
  }

  private void checkGlobalSet(int index) {
    GlobalType global = spaces.global(index);
    if (!global.mutable()) {
      throw validator.error("immutable global " + index);
    }
    validator.pop(global.value());
  }

  private void checkReferences(Instruction each) {
    switch (each.opcode) {
      case REF_NULL -> validator.push(each.type);
      case REF_IS_NULL -> {
        ValueType type = validator.pop();
        if (type != null && !type.isReference()) {
          throw validator.error("type mismatch: expected a reference, found " + type);
        }
        validator.push(I32);
      }
      case REF_FUNC -> {
        if (!spaces.isReferable(each.index)) {
          throw validator.error("undeclared function reference " + each.index);
        }
        validator.push(FUNCREF);
      }
      case TABLE_GET -> {
        validator.pop(I32);
        validator.push(table(each.index));
      }
      case TABLE_SET -> {
        validator.pop(table(each.index));
        validator.pop(I32);
      }
      case TABLE_GROW -> {
        validator.pop(I32);
        validator.pop(table(each.index));
        validator.push(I32);
      }
      case TABLE_FILL -> {
        validator.pop(I32);
        validator.pop(table(each.index));
        validator.pop(I32);
      }
      default -> throw new IllegalStateException("BUG: no types for " + each.opcode);
    }
  }
}
