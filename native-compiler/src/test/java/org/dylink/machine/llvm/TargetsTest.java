package org.dylink.machine.llvm;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import org.dylink.engine.machine.Baseline;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.format.WasmModule;
import org.dylink.machine.ir.Instructions;
import org.dylink.testing.Frames;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code for each platform is made on any. */
@EnabledOnOs(OS.LINUX) // LLVM is a dependency there
class TargetsTest {
  private static final int PAGE = 4096;
  private static final int PUSH_RBP = 0x55;
  private static final int STP_X29_X30 = 0xa9bf7bfd;

  @ParameterizedTest
  @EnumSource
  void allInstructionsBecomeCodeThatRefersToNothingElse(Target target) throws Exception {
    for (WasmModule module : Instructions.MODULES) {
      MachineObject object = Objects.of(module, target);

      object.requireFor(module, target.platform());
      assertEquals(Baseline.of(target.platform()), object.baseline());
      assertEntry(object, target.platform().endsWith("aarch64"));
    }
  }

  private static void assertEntry(MachineObject object, boolean isArm) {
    ByteBuffer code = ByteBuffer.wrap(object.image()).order(ByteOrder.LITTLE_ENDIAN);
    int first = code.getInt(object.enter());
    assertEquals(isArm ? STP_X29_X30 : PUSH_RBP, isArm ? first : first & 0xff);
  }

  @Test
  void theCompilersManifestHasTheNameThatItsObjectsHave() throws Exception {
    Path classes = Path.of(Llvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
      String name = new Manifest(in).getMainAttributes().getValue(CompilerFolder.NAME);
      assertEquals(Llvm.version(), name);
    }
  }

  @Test
  void codeOfOnePlatformIsNotRunOnAnother() throws Exception {
    WasmModule module = module();
    MachineObject arm = LlvmCompiler.forTarget("linux-aarch64").compile(module);
    var refused =
        assertThrows(UnfitObjectException.class, () -> arm.requireFor(module, "linux-x86_64"));
    assertEquals("made for linux-aarch64, expected linux-x86_64", refused.getMessage());
  }

  @Test
  void codeForOtherProcessorsIsNotRun() throws Exception {
    WasmModule module = module();
    MachineObject good = LlvmCompiler.forTarget("linux-x86_64").compile(module);
    MachineObject newer =
        new MachineObject(
            good.target(),
            "x86-64-v4",
            good.compiler(),
            good.digest(),
            good.image(),
            good.enter(),
            good.functions(),
            good.types());
    var refused =
        assertThrows(UnfitObjectException.class, () -> newer.requireFor(module, "linux-x86_64"));
    assertEquals("made for processors of x86-64-v4, expected x86-64-v2", refused.getMessage());
  }

  @Test
  void saysWhichPlatformsThereAre() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> LlvmCompiler.forTarget("plan9-riscv64"));
    assertEquals(
        "no machine code for plan9-riscv64: only for linux-x86_64, linux-aarch64, macos-aarch64,"
            + " windows-x86_64",
        refused.getMessage());
  }

  // macOS changes it whenever it likes.
  @Test
  void codeForMacosLeavesTheRegisterOfTheSystemAlone() throws Exception {
    MachineObject object = Objects.of(Instructions.MODULES.get(0), Target.MACOS_AARCH64);
    List<String> touching =
        lines(object).stream().filter(each -> each.matches(".*\\b[xw]18\\b.*")).toList();
    assertEquals(List.of(), touching);
  }

  @Test
  void codeForWindowsHasNothingBelowItsStackPointer() throws Exception {
    MachineObject object = Objects.of(Instructions.MODULES.get(0), Target.WINDOWS_X86);
    List<String> lines = lines(object);
    assertTrue(lines.size() > 1000, lines::toString);
    assertEquals(List.of(), lines.stream().filter(each -> each.contains("[rsp -")).toList());
  }

  // A stack grows a page at a time there: what lies beyond the next one cannot be touched.
  @Test
  void codeForWindowsTakesItsStackAPageAtATime() {
    WasmModule module = Frames.library(4 * PAGE).build();
    assertEquals(List.of(), stepsPastAPage(Objects.of(module, Target.WINDOWS_X86)));
    assertEquals(1, stepsPastAPage(Objects.of(module, Target.LINUX_X86)).size());
  }

  private static List<String> stepsPastAPage(MachineObject object) {
    return lines(object).stream()
        .filter(each -> each.matches("sub rsp, \\d+"))
        .filter(each -> Integer.parseInt(each.substring("sub rsp, ".length())) > PAGE)
        .toList();
  }

  private static List<String> lines(MachineObject object) {
    try (Disassembly code = new Disassembly(object)) {
      return code.all();
    }
  }

  private static WasmModule module() {
    return ModuleBuilder.module("lib.so")
        .exportedFunction("f", "() -> i32", code().i32Const(7))
        .build();
  }
}
