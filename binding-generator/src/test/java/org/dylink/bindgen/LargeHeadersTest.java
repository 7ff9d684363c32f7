package org.dylink.bindgen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.dylink.binding.WasmLibrary;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Headers of Debian's, and libraries of example-bundles bound to what is made of them. Needs {@code
 * -Ddylink.headers}, folders with the headers, and {@code -Ddylink.clang}, with {@code
 * -Ddylink.sysroot}; docs/testing.md has the command.
 */
class LargeHeadersTest {
  private static final String FOLDERS = System.getProperty("dylink.headers", "");
  private static final String CLANG = System.getProperty("dylink.clang", "");
  private static final String SYSROOT = System.getProperty("dylink.sysroot", "");
  private static final Path BUNDLES = Path.of("../example-bundles");

  @TempDir private Path sources;
  @TempDir private Path classes;

  @BeforeEach
  void isAskedFor() {
    assumeTrue(
        !FOLDERS.isEmpty() && !CLANG.isEmpty(),
        "headers of other libraries: -Ddylink.headers, -Ddylink.clang and -Ddylink.sysroot");
  }

  @ParameterizedTest
  @CsvSource({"zlib.h, 81", "sqlite3.h, 286", "png.h, 246", "lua.h, 97", "lauxlib.h, 142"})
  void nearlyAllFunctionsAreMethods(String header, int functions) throws Exception {
    HeaderBindings bindings = HeaderBindings.of(request(header), ClangCommand.at(CLANG));
    Class<?> type = compile(bindings);

    System.out.printf("%s: %d of %d%n", header, bindings.methods(), bindings.functions());
    assertTrue(bindings.methods() >= 0.95 * bindings.functions(), header);
    assertTrue(bindings.functions() >= functions, header);
    // With binding() and close().
    long names = Stream.of(type.getMethods()).map(Method::getName).distinct().count();
    assertEquals(bindings.methods() + 2, names);
  }

  @Test
  void zlibIsBoundAndCalled() throws Exception {
    Path library = BUNDLES.resolve("zlib/src/main/resources/lib/libz.so");
    try (AutoCloseable zlib = bind("zlib.h", library)) {
      Class<?> type = zlib.getClass().getInterfaces()[0];
      assertEquals("1.2.13", type.getMethod("zlibVersion").invoke(zlib));
      Object crc =
          type.getMethod("crc32", int.class, byte[].class, int.class)
              .invoke(zlib, 0, new byte[] {1, 2, 3}, 3);
      assertEquals(0x55bc_801d, crc);
    }
  }

  @Test
  void sqliteIsBoundAndCalled() throws Exception {
    Path library = BUNDLES.resolve("sqlite/src/main/resources/lib/libsqlite3.so");
    try (AutoCloseable sqlite = bind("sqlite3.h", library)) {
      Class<?> type = sqlite.getClass().getInterfaces()[0];
      assertEquals("3.40.1", type.getMethod("sqlite3_libversion").invoke(sqlite));
      Object complete = type.getMethod("sqlite3_complete", String.class).invoke(sqlite, "x;");
      assertEquals(1, complete);
    }
  }

  private AutoCloseable bind(String header, Path library) throws Exception {
    String name = library.getFileName().toString();
    BindingsRequest request = request(header).withLibrary(library);
    Class<?> type = compile(HeaderBindings.of(request, ClangCommand.at(CLANG)));
    assertEquals(name, type.getAnnotation(WasmLibrary.class).value());
    Path libc = BUNDLES.resolve("libc/src/main/resources/lib");
    return (AutoCloseable) WasmBinder.bind(type, Dylink.create(library.getParent(), libc));
  }

  private static BindingsRequest request(String header) throws IOException {
    List<String> flags = new ArrayList<>();
    if (!SYSROOT.isEmpty()) {
      flags.add("--sysroot=" + SYSROOT);
    }
    List<Path> folders = Stream.of(FOLDERS.split(",", -1)).map(Path::of).toList();
    folders.forEach(folder -> flags.add("-I" + folder));
    for (Path folder : folders) {
      if (Files.exists(folder.resolve(header))) {
        return BindingsRequest.of(folder.resolve(header)).withFlags(flags).withNames("made", "");
      }
    }
    throw new IOException(header + ": not in " + folders);
  }

  private Class<?> compile(HeaderBindings bindings) throws Exception {
    Path source = bindings.write(sources);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-Xlint:all,-path,-classfile,-options",
            "-Werror",
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(isCompiled, said.toString());
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    return loader.loadClass("made." + bindings.interfaceName());
  }
}
