package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.binary.Instruction;
import org.dylink.engine.jvm.binary.Opcode;

/**
 * About how many bytes of JVM code an instruction becomes, counting what HotSpot inlines for it: C2
 * gives up on a method past 8,000 bytes, and stops inlining where it has inlined as many.
 */
final class Weights {
  private static final int LOCAL = 2;
  private static final int CONSTANT = 3;
  private static final int OPERATION = 1;
  private static final int BRANCH = 4;
  private static final int SMALL_METHOD = 8;
  private static final int METHOD = 16;
  private static final int ACCESS = 72;
  private static final int CALL = 12;
  private static final int INDIRECT_CALL = 48;
  private static final int GLOBAL = 18;
  private static final int THROW = 24;

  private Weights() {}

  static int of(Instruction each) {
    Opcode.Home home = each.opcode.home();
    if (home != null) {
      return ofMethod(home);
    }
    return switch (each.opcode) {
      case NOP, END, BLOCK, DROP -> OPERATION;
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> LOCAL;
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST, REF_NULL -> CONSTANT;
      case BR, BR_IF, IF, ELSE, LOOP, RETURN, REF_IS_NULL -> BRANCH;
      case BR_TABLE -> METHOD + BRANCH * each.labels.length;
      case GLOBAL_GET, GLOBAL_SET, REF_FUNC -> GLOBAL;
      case CALL -> CALL;
      case CALL_INDIRECT, RETURN_CALL, RETURN_CALL_INDIRECT -> INDIRECT_CALL;
      case SELECT, SELECT_TYPED -> SMALL_METHOD;
      case TRY, TRY_TABLE, CATCH, CATCH_ALL, DELEGATE -> METHOD;
      case THROW, RETHROW, THROW_REF, UNREACHABLE -> THROW;
      default -> each.opcode.jvm() != 0 ? OPERATION : METHOD;
    };
  }

  private static int ofMethod(Opcode.Home home) {
    return switch (home) {
      case LOADS, STORES -> ACCESS;
      case COMPARISON, CONVERSIONS -> SMALL_METHOD;
      default -> METHOD;
    };
  }
}
