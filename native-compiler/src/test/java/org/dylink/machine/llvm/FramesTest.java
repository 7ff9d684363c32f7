package org.dylink.machine.llvm;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.engine.machine.MachineObject;
import org.dylink.testing.Code;
import org.dylink.testing.Frames;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Functions whose frames are large compare the end of it with the end of the stack. */
@EnabledOnOs(OS.LINUX) // LLVM is a dependency there
class FramesTest {
  private static final String COMPARISON = "cmp \\w+, qword ptr \\[r13 \\+ 8\\]";
  private static final String STORE = "mov\\w* .*\\[r[bs]p.*\\], .*";
  private static final int LARGE = 64 << 10;
  private static final int SLACK = 16 << 10;

  @Test
  void whatALargeFrameTakesIsComparedWithTheEndOfTheStack() {
    int large = compared(Objects.of(Frames.library(LARGE).build(), Target.LINUX_X86));
    assertTrue(large > LARGE - SLACK && large < LARGE + SLACK, large + " bytes");
  }

  @Test
  void ofOthersItIsTheBeginning() {
    ModuleBuilder module = Frames.library(SLACK).exportedFunction("g", "() -> ()", calling());
    assertEquals(0, compared(Objects.of(module.build(), Target.LINUX_X86)));
  }

  private static Code calling() {
    return code().i32Const(0).i64Const(0).call("f");
  }

  // In one function, a parameter could be put anywhere in the frame before that.
  @Test
  void whoComparesTakesNothingAndGoesOnInTheOther() {
    try (Disassembly code =
        new Disassembly(Objects.of(Frames.library(LARGE).build(), Target.LINUX_X86))) {
      List<String> lines = code.all();
      int at = 0;
      while (!lines.get(at).matches("sub rsp, \\d{5}")) {
        at++;
      }
      List<String> before = lines.subList(0, at);
      assertTrue(before.stream().anyMatch(each -> each.matches(COMPARISON)), before.toString());
      assertTrue(before.stream().anyMatch(each -> each.startsWith("jmp")), before.toString());
      assertEquals(List.of(), before.stream().filter(each -> each.matches(STORE)).toList());
    }
  }

  // How far from the frame's register what is compared lies.
  private static int compared(MachineObject object) {
    try (Disassembly code = new Disassembly(object)) {
      List<String> lines = code.all();
      int at = 0;
      while (!lines.get(at).matches(COMPARISON)) {
        at++;
      }
      String before = lines.get(at - 1);
      return before.matches("add \\w+, -\\d+") ? Integer.parseInt(before.replaceAll(".*-", "")) : 0;
    }
  }
}
