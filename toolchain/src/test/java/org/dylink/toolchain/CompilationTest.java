package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dylink.toolchain.packed.PackedClang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the clang that is there, or with that of {@code -Ddylink.clang.jar}; skipped where none is.
 */
final class CompilationTest {
  private static final FileTime PAST = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir private static Path cache;
  private static Driver driver;

  @TempDir private Path home;
  private Path base;
  private Path output;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void findClang() throws ToolchainException {
    Map<String, String> environment = Map.of("DYLINK_CACHE", cache.toString());
    driver = new Driver(clang(environment), Sysroot.unpacked(environment, cache));
  }

  private static Clang clang(Map<String, String> environment) throws ToolchainException {
    String jar = System.getProperty("dylink.clang.jar");
    try {
      return jar == null
          ? ClangSearch.find(System.getenv())
          : PackedClang.of(Path.of(jar), environment, cache);
    } catch (ToolchainException e) {
      return abort(e.getMessage());
    }
  }

  @BeforeEach
  void writeSources() throws IOException {
    base = Files.createDirectories(home.resolve("my sources"));
    output = home.resolve("out/libab.so");
    write("sub/ab.h", "int b(int);");
    write("a.c", "#include \"sub/ab.h\"\nint a(int x) { return b(x) + 1; }");
    write("sub/b.c", "#include \"ab.h\"\nint b(int x) { return 2 * x; }");
  }

  private Path write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
    return Files.setLastModifiedTime(file, PAST);
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(base.resolve(name), FileTime.from(Instant.now()));
  }

  private boolean make(Options options, String... sources) throws Exception {
    said.clear();
    List<Path> files = List.of(sources).stream().map(base::resolve).toList();
    return new Compilation(driver, options, home.resolve("objects"), said::add)
        .make(output, true, base, files, List.of());
  }

  private boolean make() throws Exception {
    boolean made = make(Options.PLAIN, "a.c", "sub/b.c");
    Collections.sort(said);
    return made;
  }

  @Test
  void makesALibraryAndNothingAgain() throws Exception {
    assertTrue(make());
    assertEquals(List.of("a.c", "b.c"), said);
    byte[] start = new byte[4];
    System.arraycopy(Files.readAllBytes(output), 0, start, 0, 4);
    assertEquals("\0asm", new String(start, StandardCharsets.ISO_8859_1));

    assertEquals(false, make());
    assertEquals(List.of(), said);
  }

  @Test
  void makesWhatAChangedFileIsPartOf() throws Exception {
    make();
    touch("sub/b.c");
    assertTrue(make());
    assertEquals(List.of("b.c"), said);

    touch("sub/ab.h");
    assertTrue(make());
    assertEquals(List.of("a.c", "b.c"), said);
  }

  @Test
  void makesAllForOtherFlags() throws Exception {
    make();
    Options other = new Options(false, false, List.of("-DNDEBUG"), List.of());
    assertTrue(make(other, "a.c", "sub/b.c"));
    assertEquals(2, said.size());
  }

  @Test
  void linksAnewWithoutASourceThatIsGone() throws Exception {
    make();
    write("a.c", "int a(int x) { return x; }");
    touch("a.c");
    assertTrue(make(Options.PLAIN, "a.c"));
    assertEquals(List.of("a.c"), said);
  }

  @Test
  void makesWhatIsDeleted() throws Exception {
    make();
    Files.delete(output);
    assertTrue(make());
    assertEquals(List.of(), said);
    assertTrue(Files.exists(output));
  }

  @Test
  void saysWhatClangSays() throws Exception {
    Path file = write("sub/b.c", "int b(int x) { return y; }");
    ToolchainException refusal = assertThrows(ToolchainException.class, this::make);
    String start = "b.c: not compiled:\n" + file + ":1:23: error: use of undeclared identifier 'y'";
    assertEquals(start, refusal.getMessage().substring(0, start.length()));

    write("sub/b.c", "int b(int x) { return x; }");
    assertTrue(make());
    assertEquals(List.of("b.c"), said);
  }

  @Test
  void saysWhatTheLinkerSays() throws Exception {
    ToolchainException refusal =
        assertThrows(ToolchainException.class, () -> make(Options.PLAIN, "a.c"));
    String message = refusal.getMessage();
    assertTrue(message.startsWith("libab.so: not linked:\n"), message);
    assertTrue(message.contains("undefined symbol: b"), message);
  }

  @Test
  void warningsAreTold() throws Exception {
    write("sub/b.c", "int b(int x) { }");
    assertTrue(make());
    assertTrue(
        said.toString().contains("warning: non-void function does not return"), said::toString);
  }
}
