package org.dylink.format;

/**
 * Where a constant expression stands: constants, references, globals and what is made of them
 * (WebAssembly Core, Validation, Constant Expressions; extended constant expressions). Engines
 * validate and evaluate it.
 *
 * @param from where it begins in the file
 * @param end where it ends, behind the instruction {@code end}
 */
public record ConstantExpression(int from, int end) {
  private static final int END = 0x0b;
  private static final int GLOBAL_GET = 0x23;
  private static final int I32_CONST = 0x41;
  private static final int I64_CONST = 0x42;
  private static final int F32_CONST = 0x43;
  private static final int F64_CONST = 0x44;
  private static final int REF_NULL = 0xd0;
  private static final int REF_FUNC = 0xd2;
  private static final int GARBAGE_COLLECTED = 0xfb;
  private static final int VECTOR = 0xfd;

  static ConstantExpression read(SectionCursor body) throws MalformedModuleException {
    int from = body.offset();
    int start = from;
    int opcode = body.u8("constant expression");
    while (opcode != END) {
      skipOperands(body, start, opcode);
      start = body.offset();
      opcode = body.u8("constant expression");
    }
    return new ConstantExpression(from, body.offset());
  }

  private static void skipOperands(SectionCursor body, int start, int opcode)
      throws MalformedModuleException {
    switch (opcode) {
      case GLOBAL_GET, I32_CONST, I64_CONST, REF_NULL, REF_FUNC -> body.skipLeb("operand");
      case F32_CONST -> body.skip("operand", 4);
      case F64_CONST -> body.skip("operand", 8);
      case VECTOR -> {
        body.skipLeb("operand");
        body.skip("operand", 16);
      }
      // i32 and i64 add, sub, mul (extended constant expressions)
      case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {}
      case GARBAGE_COLLECTED -> skipCollected(body, start, body.u32("opcode"));
      default ->
          throw body.error(
              "opcode 0x"
                  + Integer.toHexString(opcode)
                  + body.atOffset(start)
                  + " is not constant");
    }
  }

  /** Makers of structs, arrays and small integers, and conversions between references. */
  private static void skipCollected(SectionCursor body, int start, long opcode)
      throws MalformedModuleException {
    switch ((int) opcode) {
      case 0, 1, 6, 7 -> body.skipLeb("operand");
      case 8 -> {
        body.skipLeb("operand");
        body.skipLeb("operand");
      }
      case 26, 27, 28 -> {}
      default ->
          throw body.error("opcode 0xfb " + opcode + body.atOffset(start) + " is not constant");
    }
  }
}
