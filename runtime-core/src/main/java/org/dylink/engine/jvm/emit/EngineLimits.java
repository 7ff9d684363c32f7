package org.dylink.engine.jvm.emit;

import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.format.FunctionType;

/** What a body may have at most, so that it becomes methods of the JVM. */
final class EngineLimits {
  /**
   * The JVM has 65,535 slots on the stack of a method, and a word of an operand takes up to two.
   */
  private static final int MOST_OPERANDS = 30_000;

  private static final int DEEPEST_BLOCK = 100_000;

  private EngineLimits() {}

  /**
   * Looks through a body.
   *
   * @throws InvalidCodeException for the first limit that it is past
   */
  static void check(Body body) {
    checkType(body.offset(0), body.type());
    for (int at = 0; at < body.size(); at++) {
      check(body, at);
    }
  }

  private static void check(Body body, int at) {
    IndexSpaces spaces = body.spaces();
    if (body.operands(at).words() > MOST_OPERANDS) {
      throw InvalidCodeException.limit(body.offset(at - 1), "operands at once", MOST_OPERANDS);
    }
    if (body.enclosing(at).depth() >= DEEPEST_BLOCK) {
      throw InvalidCodeException.limit(body.offset(at - 1), "blocks in each other", DEEPEST_BLOCK);
    }
    switch (body.opcode(at)) {
      case CALL_INDIRECT, RETURN_CALL_INDIRECT, CALL_REF, RETURN_CALL_REF ->
          checkType(body.offset(at), spaces.type(body.index(at)));
      default -> {}
    }
  }

  private static void checkType(int offset, FunctionType type) {
    SignatureLimits.passedBy(type)
        .ifPresent(
            limit -> {
              throw InvalidCodeException.unsupported(offset, limit);
            });
  }
}
