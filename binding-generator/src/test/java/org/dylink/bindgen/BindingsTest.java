package org.dylink.bindgen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a header as a whole. */
class BindingsTest {
  private static final Path HEADER = RecordedClang.NATIVE.resolve("shapes.h");
  private static final ClangCommand RECORDED = new RecordedClang(RecordedClang.NATIVE);
  private static final String PACKAGE = "org.dylink.bindgen.shapes";

  @Test
  void theSourceIsTheOneThatIsKept() throws Exception {
    HeaderBindings bindings =
        HeaderBindings.of(BindingsRequest.of(HEADER).withNames(PACKAGE, ""), RECORDED);
    String kept =
        Files.readString(Path.of("src/test/java", PACKAGE.replace('.', '/'), "Shapes.java"));

    assertEquals(words(kept), words(bindings.source()));
  }

  /** The formatter of the build breaks lines in other places. */
  static String words(String source) {
    return source.replaceAll("[\\s*]+", " ").replaceAll("(?<=\\() | (?=//)", "");
  }

  @Test
  void whatIsLeftOutIsNamedWithItsReason() throws Exception {
    HeaderBindings bindings = HeaderBindings.of(BindingsRequest.of(HEADER), RECORDED);

    assertEquals(32, bindings.methods());
    assertEquals(37, bindings.functions());
    assertEquals(
        List.of(
            "struct packed: struct packed is packed",
            "shapes_long: long double has no type in Java",
            "shapes_hidden: struct hidden has no members that the header tells",
            "shapes_packed: parameter 0: struct packed is packed",
            "shapes_between: parameter 0: a va_list that is not the last one",
            "shapes_inline: its code is in the header, and not in the library",
            "shapes_count: a variable: binding().symbol(\"shapes_count\")",
            "SHAPES_API: a macro that is no constant",
            "shapes_alias: a macro that is an address of the library's"),
        bindings.leftOut());
  }

  @Test
  void functionsThatTheLibraryHasNotAreLeftOut() throws Exception {
    HeaderBindings bindings =
        HeaderBindings.of(
            BindingsRequest.of(HEADER)
                .withLibrary("libother.so")
                .withExports(Set.of("shapes_sum", "shapes_renamed")),
            RECORDED);

    assertEquals(2, bindings.methods());
    assertTrue(bindings.source().contains("@WasmLibrary(\"libother.so\")"));
    assertTrue(bindings.source().contains("  int shapes_label();"));
    assertTrue(bindings.leftOut().contains("shapes_half: libother.so does not export it"));
    // No code of the library's, so none that it could export.
    assertFalse(bindings.leftOut().contains("shapes_inline: libother.so does not export it"));
  }

  @Test
  void aLibraryThatIsThereIsAskedForItsFunctions() throws Exception {
    BindingsRequest request =
        BindingsRequest.of(HEADER).withLibrary(RecordedClang.NATIVE.resolve("libshapes.so"));

    HeaderBindings bindings = HeaderBindings.of(request, RECORDED);

    assertEquals(32, bindings.methods());
    assertEquals("libshapes.so", request.library());
    assertTrue(
        bindings.leftOut().contains("shapes_hidden: libshapes.so does not export it"),
        bindings.leftOut().toString());
    assertEquals(
        "shapes.h: not a WebAssembly module: starts with 2f 2a 20 41 (a text file)",
        assertThrows(BindingsException.class, () -> BindingsRequest.of(HEADER).withLibrary(HEADER))
            .getMessage());
  }

  @Test
  void namesAreThoseOfTheHeaderUnlessOthersAreGiven(@TempDir Path folder) throws Exception {
    HeaderBindings own = HeaderBindings.of(BindingsRequest.of(HEADER), RECORDED);
    HeaderBindings other =
        HeaderBindings.of(BindingsRequest.of(HEADER).withNames("org.example", "Forms"), RECORDED);

    assertTrue(own.source().contains("@WasmLibrary(\"libshapes.so\")\npublic interface Shapes "));
    assertFalse(own.source().contains("package "));
    assertEquals(folder.resolve("org/example/Forms.java"), other.write(folder));
    assertTrue(
        Files.readString(folder.resolve("org/example/Forms.java"))
            .startsWith("package org.example;\n"));
  }

  @Test
  void namesThatJavaHasNotAreRefused() {
    assertEquals(
        "shapes.h: no name of Java's: package org.class",
        refused(BindingsRequest.of(HEADER).withNames("org.class", "")));
    assertEquals(
        "shapes.h: no name of Java's: interface 2d",
        refused(BindingsRequest.of(HEADER).withNames("", "2d")));
    assertEquals(
        "shapes.h: no name of Java's: interface a.B",
        refused(BindingsRequest.of(HEADER).withNames("", "a.B")));
  }

  private static String refused(BindingsRequest request) {
    return assertThrows(BindingsException.class, () -> HeaderBindings.of(request, RECORDED))
        .getMessage();
  }

  @Test
  void aHeaderThatIsNotThereIsNamed() {
    assertEquals("none.h: no such file", refused(BindingsRequest.of(Path.of("none.h"))));
  }

  @Test
  void whatIsNoTreeIsRefused() {
    ClangCommand empty = (arguments, output) -> Files.writeString(output, "");
    ClangCommand list = (arguments, output) -> Files.writeString(output, "[1, 2]");
    ClangCommand cut = (arguments, output) -> Files.writeString(output, "{\"inner\": [{\"kind\": ");

    for (ClangCommand clang : List.of(empty, list, cut)) {
      String message =
          assertThrows(
                  IOException.class, () -> HeaderBindings.of(BindingsRequest.of(HEADER), clang))
              .getMessage();
      assertTrue(message.startsWith("shapes.h: clang's tree cannot be read: "), message);
    }
  }

  @Test
  void clangIsGivenTheFlagsAndTheHeader() throws Exception {
    StringBuilder asked = new StringBuilder();
    ClangCommand clang =
        (arguments, output) -> {
          asked.append(String.join(" ", arguments)).append('\n');
          RECORDED.run(arguments, output);
        };

    HeaderBindings.of(BindingsRequest.of(HEADER).withFlags(List.of("-Ihere", "-DX=1")), clang);

    String flags = "--target=wasm32-wasip1 -x c -w -mllvm -wasm-enable-sjlj -Ihere -DX=1 ";
    String values =
        flags
            + "-include src/test/native/shapes.h -ferror-limit=0 -O0 -g0 -S -emit-llvm -o - SOURCE\n";
    assertEquals(
        flags
            + "-E -dD src/test/native/shapes.h\n"
            + flags
            + "-fsyntax-only -Xclang -ast-dump=json src/test/native/shapes.h\n"
            + values // once more, without what is no constant
            + values,
        asked.toString().replaceAll("\\S+dylink-constants\\S+", "SOURCE"));
  }

  @Test
  void whatIsWrongBehindTheMacrosIsQuoted() {
    ClangCommand clang =
        (arguments, output) -> {
          if (arguments.contains("-emit-llvm")) {
            throw new BindingsException("clang: error: unknown target");
          }
          RECORDED.run(arguments, output);
        };

    assertEquals(
        "clang: error: unknown target",
        assertThrows(
                BindingsException.class, () -> HeaderBindings.of(BindingsRequest.of(HEADER), clang))
            .getMessage());
  }

  @Test
  void constantsHaveTheTypesThatJavaHasForThem() throws Exception {
    String source =
        HeaderBindings.of(BindingsRequest.of(RecordedClang.NATIVE.resolve("constants.h")), RECORDED)
            .source();

    for (String line :
        List.of(
            "int LEVEL_LOW = 4;",
            "int LEVEL_HIGH = 7;",
            "int LEVEL_LETTER = 99;",
            "int LEVEL_SIZE = 8;",
            "int LEVEL_TRUTH = 1;",
            "int LEVEL_BACK = -7;",
            "int LEVEL_NEXT = -6;",
            "int LEVEL_CHOICE = 10;",
            "int N_UINT32 = 0xee6b2800;",
            "long N_INT64 = -5000000000L;",
            "int N_CAST_BYTE = 3;",
            "int W_SIZE = 0xffffffff;",
            "boolean T_YES = true;",
            "boolean T_NO = false;",
            "float R_SINGLE = 0.1f;",
            "double R_TENTH = 0.1;",
            "double R_NEGATIVE_ZERO = -0.0;",
            "double R_SCALED = Double.POSITIVE_INFINITY;",
            "float R_INFINITE = Float.POSITIVE_INFINITY;",
            "String S_VERSION = \"v3.4\";",
            "String S_ESCAPES = \"a\\tb\\n\\\"c\\\"\\\\d\\u007f\";",
            "String S_NUL = \"a\\u0000b\";",
            "int P_FAILED = -1;")) {
      assertTrue(source.contains("  " + line + "\n"), line);
    }
  }

  @Test
  void staticVariablesThatAreConstantAreConstants() throws Exception {
    Path header = RecordedClang.NATIVE.resolve("statics.h");
    HeaderBindings bindings = HeaderBindings.of(BindingsRequest.of(header), RECORDED);
    String constants =
        bindings
            .source()
            .lines()
            .filter(line -> line.contains(" ST_") && line.contains(" = "))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(
        """
          int ST_HIDDEN = 2;
          int ST_WHOLE = 5;
          int ST_UNSIGNED = 0xee6b2800;
          long ST_WIDE = -5000000000L;
          boolean ST_TRUTH = true;
          float ST_SINGLE = 0.1f;
          double ST_REAL = 0.20000000298023224;
          int ST_MODE = 3;
          String ST_TEXT = "text";
          String ST_ROOM = "room";
          String ST_POINTER = "at an \\"address\\"";
          int ST_NOTHING = 0;
          int ST_SIZE = 8;
        """,
        constants);
    String reason = ": a static variable that is no constant of Java's";
    assertEquals(
        List.of(
            "st_exported: a variable: binding().symbol(\"st_exported\")",
            "ST_ENDLESS" + reason,
            "ST_POINT" + reason,
            "ST_ADDRESS" + reason),
        bindings.leftOut());
  }

  @Test
  void aCompilerThatFailsIsQuoted(@TempDir Path folder) throws Exception {
    Path script =
        Files.writeString(folder.resolve("cc"), "#!/bin/sh\necho a.h:1: error: no >&2\nexit 1\n");
    assertTrue(script.toFile().setExecutable(true));
    Path output = folder.resolve("out");

    assertEquals(
        script + ": a.h:1: error: no",
        assertThrows(
                BindingsException.class,
                () -> ClangCommand.at(script.toString()).run(List.of(), output))
            .getMessage());
    assertEquals(
        folder.resolve("none") + ": cannot be run: is clang installed?",
        assertThrows(
                BindingsException.class,
                () -> ClangCommand.at(folder.resolve("none").toString()).run(List.of(), output))
            .getMessage());
  }
}
