package org.dylink.machine.llvm;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.dylink.machine.ir.Instructions;
import org.dylink.machine.ir.ModuleText;
import org.dylink.machine.llvm.Disassembly.Line;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The guest's sandbox, read from the code of x86-64 that runs, behind all that LLVM does: no access
 * of memories and tables without a comparison on all ways to it, and no address of the host where
 * the guest sees it.
 */
@EnabledOnOs(OS.LINUX) // LLVM is a dependency there
class CheckedCodeTest {
  private static final Target TARGET = Target.LINUX_X86;
  private static final byte NOP = (byte) 0x90;

  @Test
  void noAccessOfAnyInstructionGoesUnchecked() {
    assertEquals(Set.of(), functionsWithFindings(Instructions.MODULES.get(0)));
  }

  // That a reference is one to a function, the validator alone knows.
  @Test
  void nothingButWhatReferencesAreToIsNotKnown() {
    assertEquals(
        Set.of("referred", "tailReferred"), functionsWithFindings(Instructions.MODULES.get(1)));
  }

  private static Set<String> functionsWithFindings(WasmModule module) {
    MachineObject object = Objects.of(module, TARGET);
    int imports = ContextLayout.of(module).imports();
    Set<String> names = new TreeSet<>();
    int accesses = 0;
    try (Disassembly code = new Disassembly(object)) {
      for (int i = 0; i < object.functions().size(); i++) {
        X86Audit audit = audit(object, code, i, module);
        if (!audit.findings().isEmpty()) {
          names.add(module.functionName(imports + i));
        }
        accesses += audit.accesses();
      }
    }
    assertTrue(accesses > 20, "nothing is accessed");
    return names;
  }

  private static X86Audit audit(
      MachineObject object, Disassembly code, int function, WasmModule module) {
    return new X86Audit(object, code, function, module);
  }

  @Test
  void eachCheckThatIsTakenOutOfTheCodeIsFound() {
    assertFound(
        (lines, i, image) -> {
          Line jump = lines.get(i + 1);
          java.util.Arrays.fill(image, jump.at(), jump.end(), NOP);
          return true;
        });
  }

  // The end of an access, by one byte less: the last of an instruction's is its distance.
  @Test
  void eachCheckOfLessThanTheAccessIsFound() {
    assertFound(
        (lines, i, image) -> {
          Line before = lines.get(Math.max(0, i - 1));
          boolean isEnd = before.text().matches("lea \\w+, \\[\\w+ \\+ \\d{1,2}\\]");
          image[before.end() - 1] -= (byte) (isEnd ? 1 : 0);
          return isEnd;
        });
  }

  private interface Change {
    /** Changes something about a comparison with a size; false if there is nothing to change. */
    boolean apply(List<Line> lines, int comparison, byte[] image);
  }

  private static void assertFound(Change change) {
    WasmModule module = Instructions.MODULES.get(0);
    MachineObject object = Objects.of(module, TARGET);
    int changes = 0;
    try (Disassembly code = new Disassembly(object)) {
      for (int i = 0; i < object.functions().size(); i++) {
        List<Line> lines = code.lines(object.functions().get(i));
        boolean hasAccess = hasAccess(object, code, i, module);
        for (int at = 0; hasAccess && at + 1 < lines.size(); at++) {
          byte[] image = object.image().clone();
          boolean isComparison = lines.get(at).text().matches("cmp .*qword ptr \\[\\w+ - 8\\].*");
          if (isComparison && change.apply(lines, at, image)) {
            changes++;
            assertFound(object, image, i, module);
          }
        }
      }
    }
    assertTrue(changes > 100, changes + " changes");
  }

  private static boolean hasAccess(
      MachineObject object, Disassembly code, int function, WasmModule module) {
    X86Audit audit = audit(object, code, function, module);
    return audit.findings().isEmpty() && audit.accesses() > 0;
  }

  private static void assertFound(
      MachineObject object, byte[] image, int function, WasmModule module) {
    MachineObject changed = CheckChange.with(object, image);
    try (Disassembly code = new Disassembly(changed)) {
      assertFalse(
          audit(changed, code, function, module).findings().isEmpty(),
          () -> String.valueOf(code.lines(object.functions().get(function))));
    }
  }

  @Test
  void anAddressOfTheHostInTheGuestsMemoryIsFound() {
    WasmModule module =
        ModuleBuilder.module("lib.so")
            .memory(1)
            .exportedFunction("f", "(i32, i64) -> ()", code().localGet(0).localGet(1).i64Store(8))
            .build();
    ModuleCode code = ModuleCodeReader.read(module);
    String text = ModuleText.of(code, TARGET.machine());
    assertEquals(List.of(), findings(module, code, text));
    for (String address : List.of("%i", "%t", "%l1")) {
      String changed =
          text.replaceFirst(
              "store i64 \\S+, (ptr %v\\d+, align 1)", "store ptr " + address + ", $1");
      assertEquals(1, findings(module, code, changed).size(), changed);
    }
  }

  private static List<String> findings(WasmModule module, ModuleCode code, String text) {
    ElfObject file = new ElfObject(new Llvm(TARGET, "function(mem2reg)").compile(text).file());
    MachineObject object = LlvmCompiler.object(TARGET, code.spaces(), file);
    try (Disassembly disassembly = new Disassembly(object)) {
      return audit(object, disassembly, 0, module).findings();
    }
  }
}
