package org.dylink.machine.llvm;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.dylink.engine.machine.MachineObject;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Functions whose frames are large compare the end of it with the end of the stack. */
@EnabledOnOs(OS.LINUX) // LLVM is a dependency there
class FramesTest {
  private static final int SLACK = 4096;
  private static final int VALUES = 1000;

  /** Exports {@code f}, which keeps so many numbers while it asks for more. */
  static ModuleBuilder withFrame(int numbers) {
    Code code = code();
    for (int i = 0; i < numbers; i++) {
      code.call("test.number");
    }
    for (int i = 1; i < numbers; i++) {
      code.i64Add();
    }
    return ModuleBuilder.module("lib.so")
        .importFunction("test", "number", "() -> i64")
        .exportedFunction("f", "() -> i64", code);
  }

  /** Exports {@code f}, which calls nothing, and has room for so many large exceptions. */
  private static ModuleBuilder withExceptions(int count) {
    Code code = code();
    for (int i = 1; i <= count; i++) {
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

  @Test
  void whatAFrameTakesIsComparedWithTheEndOfTheStack() {
    assertEquals(0, compared(Objects.of(withFrame(1000).build(), Target.LINUX_X86)));
    int large = compared(Objects.of(withFrame(5000).build(), Target.LINUX_X86));
    assertTrue(large >= 8 * 5000 && large < 8 * 5000 + 2 * SLACK, large + " bytes");
  }

  @Test
  void soIsThatOfAFunctionThatCallsNothing() {
    int large = compared(Objects.of(withExceptions(6).build(), Target.LINUX_X86));
    assertTrue(large >= 48 * VALUES && large < 96 * VALUES + 2 * SLACK, large + " bytes");
  }

  // How far from the frame's register what is compared lies.
  private static int compared(MachineObject object) {
    try (Disassembly code = new Disassembly(object)) {
      List<String> lines = code.all();
      int at = 0;
      while (!lines.get(at).matches("cmp \\w+, qword ptr \\[r13 \\+ 8\\]")) {
        at++;
      }
      String before = lines.get(at - 1);
      return before.matches("add \\w+, -\\d+") ? Integer.parseInt(before.replaceAll(".*-", "")) : 0;
    }
  }
}
