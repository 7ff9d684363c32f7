package org.dylink.bnd.check;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.dylink.binding.BindingException;
import org.dylink.binding.code.InterfaceBinder;
import org.dylink.linker.Library;
import org.dylink.testing.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is built by bnd with the plugin, as a build does it. */
final class ShapeCheckTest {
  private static final byte[] COUNTING =
      module("libcount.so")
          .dylink(dylink().needed("libc.so"))
          .exportedFunction("count", "(i32) -> i32", Code.code().localGet(0))
          .toArray();
  private static final byte[] LIBC =
      module("libc.so")
          .dylink(dylink())
          .exportedFunction("abs", "(i32) -> i32", Code.code().localGet(0))
          .toArray();

  @TempDir private Path folder;
  private final Builder builder = new Builder();
  private final Jar content = new Jar("content");
  private final Jar path = new Jar("path");

  @BeforeEach
  void configure() throws Exception {
    builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
    builder.setProperty("-includepackage", "com.acme");
    builder.setProperty("Bundle-SymbolicName", "test");
    content.putResource("lib/libcount.so", new EmbeddedResource(COUNTING, 0));
    path.putResource("lib/libc.so", new EmbeddedResource(LIBC, 0));
    builder.setJar(content);
    builder.addClasspath(path);
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  private Path compile(String name, String body) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        "package com.acme; @org.dylink.binding.WasmLibrary(\"libcount.so\") public interface "
            + (name + " {" + body + "}"));
    Path classes = folder.resolve("classes");
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                path + ":" + classes,
                "-d",
                classes.toString(),
                source.toString());
    assertEquals(0, result);
    return classes;
  }

  private List<String> errors(Path classes) throws Exception {
    builder.addClasspath(classes.toFile());
    builder.build();
    return builder.getErrors();
  }

  @Test
  void whatFitsPasses() throws Exception {
    Path classes = compile("Count", "int count(int number); default int two() { return 2; }");
    assertEquals(List.of(), errors(classes));
    assertEquals(List.of(), builder.getWarnings());
  }

  @Test
  void whatTheLibraryNeedsIsSearchedToo() throws Exception {
    Path classes = compile("Count", "int count(int number); int abs(int number);");
    assertEquals(List.of(), errors(classes));
  }

  @Test
  void whatDoesNotFitFailsTheBuildInTheWordsOfBinding() throws Exception {
    Path classes =
        compile("Count", "long count(int number); int cuont(int number); void put(Object it);");
    String words;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Class<?> type = loader.loadClass("com.acme.Count");
      List<Library> libraries =
          List.of(Library.read("libcount.so", COUNTING), Library.read("libc.so", LIBC));
      words =
          assertThrows(BindingException.class, () -> InterfaceBinder.check(type, libraries))
              .getMessage();
    }
    assertEquals(List.of(words), errors(classes));
    assertEquals(
        "libcount.so: cannot bind com.acme.Count: count: signature mismatch: expected (i32) -> i64,"
            + " the library has (i32) -> i32; cuont: undefined function cuont: searched"
            + " libcount.so, libc.so; put: parameter 0 (Object)",
        words.substring(0, words.indexOf("(Object)") + "(Object)".length()));
  }

  @Test
  void nothingIsSaidWhereALibraryIsNotAtHand() throws Exception {
    path.remove("lib/libc.so");
    assertEquals(List.of(), errors(compile("Count", "int cuont(int number);")));
  }

  @Test
  void aClassThatIsNotThereIsAWarning() throws Exception {
    compile("Gone", "");
    Path classes = compile("Count", "int count(Gone it);");
    Files.delete(classes.resolve("com/acme/Gone.class"));
    assertEquals(List.of(), errors(classes));
    assertEquals(
        List.of(
            "com.acme.Count: not held against libcount.so: java.lang.NoClassDefFoundError:"
                + " com/acme/Gone"),
        builder.getWarnings().stream().filter(text -> text.contains("held")).toList());
  }
}
