package org.dylink.engine.jvm.code;

import static org.dylink.testing.Code.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * A module that asks of each vector instruction what it gives for many operands: a function for
 * each instruction, and for each lane that it may name. It takes operands from memory, a case after
 * the other, puts the results behind them, and gives the size of these.
 */
final class VectorQuestions {
  /** Bytes of the operands of a case: three vectors, then a number. */
  static final int CASE = 64;

  static final int RESULT = 16;

  private static final int PREFIX = 0xfd;
  private static final int LAST = 0x113;
  private static final int SHUFFLES = 16;
  private static final int NUMBER_AT = 48;

  /** A function of the module: the instruction, and how many bytes of results it gives. */
  record Question(Opcode opcode, String export, int size) {}

  private final int cases;
  private final Random random;
  private final ModuleBuilder module = ModuleBuilder.module("questions.wasm");
  private final List<Question> all = new ArrayList<>();

  /**
   * @param bias what stands in each function besides, so that it is compiled in one form or another
   */
  VectorQuestions(VectorInput input, int cases, long seed, Code bias) {
    this.cases = cases;
    this.random = new Random(seed);
    int pages = (results() + cases * RESULT) / 65_536 + 1;
    module.memory(pages, pages).exportMemory("memory");
    for (int code = 0; code <= LAST; code++) {
      Opcode opcode = Opcode.prefixed(PREFIX, code);
      if (opcode != null && VectorInput.of(opcode) == input) {
        ask(opcode, code, bias);
      }
    }
  }

  /** Where the results are in memory. */
  int results() {
    return cases * CASE;
  }

  ModuleBuilder builder() {
    return module;
  }

  List<Question> all() {
    return all;
  }

  private void ask(Opcode opcode, int code, Code bias) {
    int variants =
        switch (opcode.immediate()) {
          case LANE, LANE_ACCESS -> RESULT / opcode.width();
          case LANES -> SHUFFLES;
          default -> 1;
        };
    int count = cases / variants;
    for (int i = 0; i < variants; i++) {
      Question question = new Question(opcode, opcode.text() + "#" + i, count * RESULT);
      all.add(question);
      Code body = body(opcode, instruction(opcode, code, i), count, bias);
      module.exportedFunction(question.export(), "() -> i32", body);
    }
  }

  private Code instruction(Opcode opcode, int code, int variant) {
    Code instruction =
        code < 0x80 ? code().op(PREFIX, code) : code().op(PREFIX, (code & 0x7f) | 0x80, code >> 7);
    return switch (opcode.immediate()) {
      case MEMORY_ACCESS -> instruction.op(0, 3);
      case LANE_ACCESS -> instruction.op(0, 3, variant);
      case LANE -> instruction.op(variant);
      case LANES -> instruction.op(lanes());
      case VECTOR -> instruction.op(random.ints(RESULT, 0, 256).toArray());
      default -> instruction;
    };
  }

  /** Any, or whole words: compilers exchange these mostly. */
  private int[] lanes() {
    int word = random.nextBoolean() ? 1 : 4;
    int[] first = random.ints(RESULT / word, 0, 2 * RESULT / word).toArray();
    int[] lanes = new int[RESULT];
    for (int i = 0; i < RESULT; i++) {
      lanes[i] = first[i / word] * word + i % word;
    }
    return lanes;
  }

  private Code body(Opcode opcode, Code instruction, int count, Code bias) {
    // Locals: the operands, and where the result goes.
    Code code = code().locals(ValueType.I32, ValueType.I32).i32Const(results()).localSet(1).loop();
    boolean gives = !opcode.type().results().isEmpty();
    if (gives) {
      code.localGet(1);
    }
    code.then(operands(opcode, gives)).then(instruction);
    if (gives) {
      code.then(store(opcode.type().results().get(0)));
    }
    return code.then(bias)
        .localGet(1)
        .i32Const(RESULT)
        .i32Add()
        .localSet(1)
        .localGet(0)
        .i32Const(CASE)
        .i32Add()
        .localTee(0)
        .i32Const(count * CASE)
        .i32LtS()
        .brIf(0)
        .end()
        .i32Const(count * RESULT);
  }

  private static Code operands(Opcode opcode, boolean gives) {
    boolean isAccess = opcode.width() > 0 && opcode.immediate() != Immediate.LANE;
    List<ValueType> types = opcode.type().params();
    Code code = code();
    int vectors = 0;
    for (int i = 0; i < types.size(); i++) {
      if (isAccess && i == 0) {
        code.localGet(gives ? 0 : 1);
      } else if (types.get(i) == ValueType.V128) {
        code.localGet(0).op(PREFIX, 0, 0, RESULT * vectors++);
      } else {
        code.localGet(0).op(load(types.get(i)), 0, NUMBER_AT);
      }
    }
    return code;
  }

  private static int load(ValueType type) {
    return switch (type.kind()) {
      case I32 -> 0x28;
      case I64 -> 0x29;
      case F32 -> 0x2a;
      default -> 0x2b;
    };
  }

  private static Code store(ValueType type) {
    return switch (type.kind()) {
      case V128 -> code().op(PREFIX, 0x0b, 0, 0);
      case I32 -> code().op(0x36, 0, 0);
      case I64 -> code().op(0x37, 0, 0);
      case F32 -> code().op(0x38, 0, 0);
      default -> code().op(0x39, 0, 0);
    };
  }
}
