package org.dylink.engine.machine.make;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a compiler's process, who asked it goes on. */
class ChildCompilerTest {
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();

  @TempDir private Path folder;

  @Test
  void givesWhatTheProcessMakes() throws Exception {
    MachineObject object = compiler("works", CompilerLimits.USUAL).compile(MODULE);

    assertEquals(MODULE.digest(), object.digest());
  }

  @Test
  void passesOnWhyAModuleIsRefused() {
    var refusal =
        assertThrows(
            InvalidModuleException.class,
            () -> compiler("refuses", CompilerLimits.USUAL).compile(MODULE));

    assertEquals("lib.so: function f: it is odd", refusal.getMessage());
  }

  @Test
  void outlivesAProcessThatDies() {
    assertEquals("ended with code 134: LLVM ERROR: out of memory", failure("dies"));
  }

  @Test
  void saysWhereNativeCodeHasCrashed() {
    assertEquals(
        "ended with code 134: C  [libLLVM.so+0x521be04]  llvm::X86::lower(int)+0x2344",
        failure("crashes"));
  }

  @Test
  void believesNothingElse() {
    assertEquals("gave no object: not an object", failure("garbage"));
    assertEquals("gave no object: made of another module", failure("other-module"));
  }

  @Test
  void endsAProcessThatTakesTooLong() {
    CompilerLimits second = new CompilerLimits(Duration.ofSeconds(1), 0);

    assertEquals("takes more than 1 seconds", failure(compiler("waits", second)));
  }

  @Test
  void endsWithWhoWaitsForIt() {
    ChildCompiler compiler = compiler("waits", CompilerLimits.USUAL);
    Thread.currentThread().interrupt();

    assertEquals("was interrupted", failure(compiler));
    assertTrue(Thread.interrupted());
  }

  @Test
  void limitsTheMemoryOfTheProcess() {
    String failure = failure(compiler("grows", new CompilerLimits(Duration.ofMinutes(1), 2048)));

    assertTrue(failure.contains("OutOfMemoryError"), failure);
  }

  @Test
  void tellsTheAllocatorWhatACompilerIs() {
    assumeTrue(System.getenv("GLIBC_TUNABLES") == null, "somebody has told it something else");

    assertEquals(
        "ended with code 134: glibc.malloc.tcache_count=65000:glibc.malloc.hugetlb=1"
            + ":glibc.malloc.trim_threshold=1073741824:glibc.malloc.top_pad=67108864",
        failure("tells"));
  }

  @Test
  void saysWhereThereIsNoCompiler() {
    Path missing = folder.resolve("missing");
    ChildCompiler compiler =
        new ChildCompiler(List.of(missing), "linux-x86_64", CompilerLimits.USUAL);
    String failure = failure(compiler);

    assertTrue(failure.startsWith("ended with code 1: Error: Could not find or load"), failure);
  }

  @Test
  void namesPlatforms() {
    assertEquals("linux-x86_64", Platform.name("Linux", "amd64"));
    assertEquals("macos-aarch64", Platform.name("Mac OS X", "aarch64"));
    assertEquals("windows-x86_64", Platform.name("Windows 11", "amd64"));
  }

  private static String failure(String platform) {
    return failure(compiler(platform, CompilerLimits.USUAL));
  }

  private static String failure(ChildCompiler compiler) {
    return assertThrows(CompilerFailedException.class, () -> compiler.compile(MODULE)).getMessage();
  }

  private static ChildCompiler compiler(String platform, CompilerLimits limits) {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    return new ChildCompiler(classPath, platform, limits, FaultyCompiler.class.getName());
  }
}
