package org.dylink.testing;

import static org.dylink.testing.Code.code;

import java.util.Collections;

/** Functions that take much of the stack where machine code runs. */
public final class Frames {
  private static final int VALUES = 100;

  private Frames() {}

  /**
   * Exports {@code f} of an i32 and an i64, which calls nothing, and has room for many exceptions:
   * it throws the one whose number the i32 is, none for 0.
   *
   * @param bytes how large they are together, or little less
   */
  public static ModuleBuilder library(int bytes) {
    Code code = code();
    for (int i = 1; i <= bytes / (16 * VALUES); i++) {
      code.localGet(0).i32Const(i).i32Eq().ifThen();
      for (int value = 0; value < VALUES; value++) {
        code.localGet(1);
      }
      code.throwTag("large").end();
    }
    return ModuleBuilder.module("lib.so")
        .tag("large", "(" + String.join(", ", Collections.nCopies(VALUES, "i64")) + ") -> ()")
        .exportedFunction("f", "(i32, i64) -> ()", code);
  }
}
