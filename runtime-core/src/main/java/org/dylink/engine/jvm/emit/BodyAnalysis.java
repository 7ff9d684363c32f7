package org.dylink.engine.jvm.emit;

import java.util.BitSet;
import org.dylink.engine.jvm.binary.ByteReader;
import org.dylink.engine.jvm.binary.IndexSpaces;
import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.InstructionReader;
import org.dylink.engine.jvm.binary.InvalidCodeException;
import org.dylink.engine.jvm.binary.LocalsReader;
import org.dylink.engine.jvm.binary.ModuleCode;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/** What one pass over a body finds out: that it is valid, how large it is, and what is in it. */
public final class BodyAnalysis {
  /** The JVM has 65,535 slots on the stack of a method, and a value takes up to two. */
  private static final int MOST_OPERANDS = 30_000;

  /** The JVM has 65,535 local variables, and 64 KiB of code to set them to zero. */
  private static final int MOST_VARIABLES = 1_000;

  /** A class has 65,535 constants; a large one takes two. */
  private static final int MOST_CONSTANTS = 20_000;

  private static final int DEEPEST_BLOCK = 20_000;

  private final ModuleCode module;
  private final int index;
  private final FunctionType type;
  private final ValueType[] locals;
  private final int start;
  private final BitSet usedLocals = new BitSet();
  private int constants;
  private int weight;
  private int deepest;
  private boolean hasCalls;
  private boolean hasTailCalls;
  private boolean hasHandlers;
  private boolean hasReferences;

  private BodyAnalysis(ModuleCode module, int index) {
    this.module = module;
    this.index = index;
    this.type = module.spaces().function(index);
    ByteReader body = module.body(index);
    this.locals = LocalsReader.read(body, type, module.spaces());
    this.start = body.offset();
  }

  /**
   * Validates a body.
   *
   * @throws InvalidCodeException if it is not valid
   */
  public static BodyAnalysis of(ModuleCode module, int index) {
    BodyAnalysis analysis = new BodyAnalysis(module, index);
    checkLimits(module.body(index).offset(), analysis.type);
    analysis.validate();
    return analysis;
  }

  private void validate() {
    Validator validator = newValidator();
    InstructionReader reader = newReader();
    while (!reader.atEnd()) {
      Instruction each = reader.next();
      validator.step(each);
      weight += Weights.of(each);
      note(each);
      hasReferences |= leavesReference(validator);
      checkDepth(validator, each);
    }
    if (!validator.isDone()) {
      throw new InvalidCodeException(reader.offset(), "function body must end with end");
    }
  }

  private static void checkLimits(int offset, FunctionType type) {
    SignatureLimits.passedBy(type)
        .ifPresent(
            limit -> {
              throw InvalidCodeException.unsupported(offset, limit);
            });
  }

  private void checkDepth(Validator validator, Instruction each) {
    deepest = validator.operands().deepest();
    if (deepest > MOST_OPERANDS) {
      throw InvalidCodeException.limit(each.offset, "operands at once", MOST_OPERANDS);
    }
    if (validator.depth() > DEEPEST_BLOCK) {
      throw InvalidCodeException.limit(each.offset, "blocks in each other", DEEPEST_BLOCK);
    }
  }

  private static boolean leavesReference(Validator validator) {
    int size = validator.operands().size();
    ValueType top = size == 0 ? null : validator.operands().fromTop(0);
    return top != null && top.isReference();
  }

  private void note(Instruction each) {
    switch (each.opcode) {
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> usedLocals.set(each.index);
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> constants++;
      case CALL -> hasCalls = true;
      case CALL_INDIRECT -> {
        checkLimits(each.offset, spaces().type(each.index));
        hasCalls = true;
      }
      case RETURN_CALL -> hasTailCalls = true;
      case RETURN_CALL_INDIRECT -> {
        checkLimits(each.offset, spaces().type(each.index));
        hasTailCalls = true;
      }
      case TRY, TRY_TABLE -> hasHandlers = true;
      default -> {}
    }
  }

  Validator newValidator() {
    return new Validator(spaces(), type, locals);
  }

  InstructionReader newReader() {
    return new InstructionReader(newBytes(), spaces());
  }

  private ByteReader newBytes() {
    ByteReader whole = module.body(index);
    return new ByteReader(module.bytes(), start, whole.end());
  }

  IndexSpaces spaces() {
    return module.spaces();
  }

  int index() {
    return index;
  }

  FunctionType type() {
    return type;
  }

  /** The types of all locals, parameters first. */
  ValueType[] locals() {
    return locals;
  }

  /** The locals that the body reads or writes; nobody may change the set. */
  BitSet usedLocals() {
    return usedLocals;
  }

  /** Whether there are too many locals for variables of a method. */
  boolean hasManyLocals() {
    return usedLocals.cardinality() > MOST_VARIABLES;
  }

  /** Whether there are too many constants for the class. */
  boolean hasManyConstants() {
    return constants > MOST_CONSTANTS;
  }

  int weight() {
    return weight;
  }

  /** The most operands on the stack at once. */
  int deepest() {
    return deepest;
  }

  /** Whether references are ever on the stack; if not, its locals hold null ones only. */
  boolean hasReferences() {
    return hasReferences;
  }

  boolean hasCalls() {
    return hasCalls;
  }

  boolean hasTailCalls() {
    return hasTailCalls;
  }

  boolean hasHandlers() {
    return hasHandlers;
  }
}
