package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.dylink.toolchain.ToolRun;
import org.dylink.toolchain.ToolStreams;
import org.dylink.toolchain.ToolchainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process and its jar, with programs in clang's place that are a few instructions long. */
final class PackedClangTest {
  private static final String NAME = "org/dylink/clang/";

  @TempDir private Path home;

  private static ModuleBuilder program(Code code) {
    ModuleBuilder module = ModuleBuilder.module("llvm.wasm");
    module.importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()");
    module.memory(1).exportMemory("memory");
    return module.exportedFunction("_start", "() -> ()", code);
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = home.resolve("clang.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return jar;
  }

  private PackedClang clang(byte[] module) throws Exception {
    byte[] version = "22\n".getBytes(StandardCharsets.UTF_8);
    return of(jar(Map.of(NAME + "llvm.wasm", module, NAME + "version.txt", version)));
  }

  private PackedClang of(Path jar) throws ToolchainException {
    return PackedClang.of(jar, Map.of("DYLINK_CACHE", home.resolve("cache").toString()), home);
  }

  private static ToolRun run(PackedClang clang) throws IOException {
    return clang.run(List.of(clang.path().toString(), "--version"));
  }

  @Test
  void commandsRunInAProcessThatStays() throws Exception {
    byte[] module =
        program(Code.code().i32Const(7).call("wasi_snapshot_preview1.proc_exit")).toArray();
    try (PackedClang clang = clang(module)) {
      assertEquals(22, clang.version());
      assertEquals(new ToolRun(7, ""), run(clang));
      assertEquals(new ToolRun(7, ""), run(clang));
      assertEquals(clang, of(home.resolve("clang.jar")));
    }
  }

  @Test
  void aTrapIsTold() throws Exception {
    try (PackedClang clang = clang(program(Code.code().unreachable()).toArray())) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      List<String> line = List.of("clang", "--version");
      assertEquals(70, clang.run(line, home, new ToolStreams(false, out, err)));
      assertEquals("", out.toString(StandardCharsets.UTF_8));
      String said = err.toString(StandardCharsets.UTF_8);
      assertTrue(said.startsWith("clang: ") && said.contains("unreachable"), said);
    }
  }

  @Test
  void whoeverWaitsForAProcessThatEndsIsToldWhy() throws Exception {
    try (PackedClang clang = clang(new byte[] {1, 2, 3, 4})) {
      IOException failure = assertThrows(IOException.class, () -> run(clang));
      String message = failure.getMessage();
      assertTrue(message.startsWith("clang: its process has ended: "), message);
      assertTrue(message.contains("llvm.wasm: not a WebAssembly module"), message);
    }
  }

  @Test
  void aJarWithoutClangIsNamed() throws Exception {
    Path jar = jar(Map.of("a.txt", new byte[0]));
    ToolchainException refusal = assertThrows(ToolchainException.class, () -> of(jar));
    assertEquals("clang in " + jar + ": has no clang in it", refusal.getMessage());
  }

  @Test
  void aJarThatLeadsOutOfTheFolderIsRefused() throws Exception {
    Path jar = jar(Map.of(NAME + "../../x", new byte[0]));
    ToolchainException refusal = assertThrows(ToolchainException.class, () -> of(jar));
    assertEquals(
        "clang in " + jar + ": " + NAME + "../../x leads out of the folder", refusal.getMessage());
  }

  @Test
  void isTakenWhereThereIsNoOther() throws Exception {
    byte[] version = "22".getBytes(StandardCharsets.UTF_8);
    Path jar = jar(Map.of(NAME + "version.txt", version));
    Map<String, String> environment =
        Map.of("PATH", "", "DYLINK_CACHE", home.resolve("cache").toString());
    ClangChoice choice = new ClangChoice(environment, home);
    Path packed = choice.found(() -> jar).path();
    assertEquals(packed, choice.named(jar.toString()).path());
    assertEquals("llvm.wasm", packed.getFileName().toString());
  }

  @Test
  void withoutEitherBothWaysAreNamed() {
    ClangChoice choice = new ClangChoice(Map.of("PATH", ""), home);
    ToolchainException refusal =
        assertThrows(
            ToolchainException.class,
            () ->
                choice.found(
                    () -> {
                      throw new ToolchainException("it is nowhere");
                    }));
    assertEquals(
        "no clang 18 or later for WebAssembly: no clang is on the path: install LLVM's clang and"
            + " lld (Debian: clang-22 lld-22, Homebrew: llvm lld), or set WASI_SDK_PATH to a"
            + " wasi-sdk; or take the packed one: it is nowhere",
        refusal.getMessage());
  }
}
