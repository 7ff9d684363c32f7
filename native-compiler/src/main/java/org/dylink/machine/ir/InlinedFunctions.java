package org.dylink.machine.ir;

import java.util.EnumSet;
import java.util.Set;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.Opcode;

/**
 * Functions that are written where they are called. None of them calls, loops or traps, so that no
 * guest's stack that anybody sees lacks one.
 */
final class InlinedFunctions {
  // clang has inlined what it may, so what is left is few and small.
  private static final int MOST = 32;

  private static final Set<Opcode> OTHERS =
      EnumSet.of(
          Opcode.NOP,
          Opcode.DROP,
          Opcode.SELECT,
          Opcode.LOCAL_GET,
          Opcode.LOCAL_SET,
          Opcode.LOCAL_TEE,
          Opcode.I32_CONST,
          Opcode.I64_CONST,
          Opcode.F32_CONST,
          Opcode.F64_CONST,
          Opcode.RETURN,
          Opcode.END);

  private InlinedFunctions() {}

  static boolean have(Body body) {
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.opcode(i);
      if (Templates.of(opcode) == null && !OTHERS.contains(opcode)) {
        return false;
      }
    }
    return body.size() <= MOST;
  }
}
