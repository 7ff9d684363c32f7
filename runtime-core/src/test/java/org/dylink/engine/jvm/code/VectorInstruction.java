package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.FunctionType;

/**
 * A vector instruction of which all machines make the same, but for the bits of NaNs.
 *
 * @param code behind the prefix
 * @param text its name
 * @param type operands and results, with addresses of 32 bits
 * @param immediate what follows it
 * @param lanes how many it may name, if it names one
 */
public record VectorInstruction(
    int code, String text, FunctionType type, Immediate immediate, int lanes) {
  /** Introduces them. */
  public static final int PREFIX = 0xfd;

  private static final int VECTOR = 16;
  private static final int FIRST_RELAXED = 0x100;

  /** All but relaxed ones. */
  public static List<VectorInstruction> all() {
    List<VectorInstruction> all = new ArrayList<>();
    for (int code = 0; code < FIRST_RELAXED; code++) {
      Opcode opcode = Opcode.prefixed(PREFIX, code);
      if (opcode != null) {
        boolean namesLane =
            opcode.immediate() == Immediate.LANE || opcode.immediate() == Immediate.LANE_ACCESS;
        int lanes = namesLane ? VECTOR / opcode.width() : 0;
        all.add(
            new VectorInstruction(code, opcode.text(), opcode.type(), opcode.immediate(), lanes));
      }
    }
    return all;
  }

  /** Whether it takes an address. */
  public boolean isAccess() {
    return immediate == Immediate.MEMORY_ACCESS || immediate == Immediate.LANE_ACCESS;
  }

  /** Its bytes without what follows. */
  public int[] bytes() {
    return code < 0x80
        ? new int[] {PREFIX, code}
        : new int[] {PREFIX, (code & 0x7f) | 0x80, code >> 7};
  }
}
