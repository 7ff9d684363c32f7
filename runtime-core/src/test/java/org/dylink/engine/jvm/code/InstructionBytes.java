package org.dylink.engine.jvm.code;

import org.dylink.testing.Bytes;
import org.dylink.testing.Code;

/** Instructions in the binary format, for tests that go through the whole table of them. */
public final class InstructionBytes {
  private static final int SHORT_CODES = 1 << 8;
  private static final int PREFIXED_CODES = 1 << 12;

  private InstructionBytes() {}

  /** Adds an instruction to a code, without what follows it. */
  public static Code add(Code code, Opcode opcode) {
    boolean isShort = opcode.prefix() == 0;
    return isShort
        ? code.op(number(opcode))
        : raw(code, new Bytes().u8(opcode.prefix()).u32(number(opcode)));
  }

  /** Adds bytes to a code. */
  public static Code raw(Code code, Bytes bytes) {
    for (byte each : bytes.toArray()) {
      code.op(each & 0xff);
    }
    return code;
  }

  /** Whether it needs structs, arrays or small integers. */
  public static boolean isOfCollector(Opcode opcode) {
    return opcode.prefix() == 0xfb || opcode == Opcode.REF_EQ;
  }

  private static int number(Opcode opcode) {
    int prefix = opcode.prefix();
    for (int code = 0; code < (prefix == 0 ? SHORT_CODES : PREFIXED_CODES); code++) {
      if ((prefix == 0 ? Opcode.of(code) : Opcode.prefixed(prefix, code)) == opcode) {
        return code;
      }
    }
    throw new IllegalArgumentException(opcode + " is not in the table");
  }
}
