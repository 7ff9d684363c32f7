package org.dylink.bindgen.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which comment belongs to a declaration. */
class SourceFileTest {
  private static String of(String text) {
    int begin = text.indexOf("int f");
    byte[] before = text.substring(0, begin).getBytes(StandardCharsets.UTF_8);
    SourceFile file = new SourceFile(text.getBytes(StandardCharsets.UTF_8));
    return file.comment(before.length, before.length + "int f(void)".length());
  }

  @Test
  void theOneThatEndsInTheLineAbove() {
    assertEquals("/* größer */", of("/* größer */\nint f(void);\n"));
    assertEquals("// one\n// two", of("int g;\n\n// one\n// two\nint f(void);\n"));
    assertEquals("/* a */", of("/* b */\n\n/* a */\nint f(void);\n/* c */\n\n"));
  }

  @Test
  void orTheOneBehind() {
    assertEquals("// same line", of("int f(void); // same line\nint g(void);\n"));
    assertEquals(
        "/* zlib\n * has it so */", of("int f(void);\n/* zlib\n * has it so */\n\nint g;\n"));
    assertEquals("/* at the end */", of("int f(void);\n/* at the end */"));
  }

  @Test
  void noneOfAnotherDeclaration() {
    assertEquals("", of("/* far away */\n\nint f(void);\n"));
    assertEquals("", of("int f(void);\n/* of g */\nint g(void);\n"));
    assertEquals("", of("int g(void); /* of g */\nint f(void);\n"));
    assertEquals("", of("int f(void);\n\n/* a section */\n\n"));
    assertEquals("", of("/* of g */\nint g; int f(void);\n"));
  }

  @Test
  void signsInStringsAreNoComments() {
    assertEquals("", of("const char *a = \"/* no */\";\nint f(void);\n"));
    assertEquals("", of("char a = '\\''; char b[] = \"\\\"//\";\nint f(void);\n"));
  }

  @Test
  void includesInQuotationMarksBelongToTheLibrary() {
    SourceFile file =
        new SourceFile(
            "#include \"a.h\"\n# include\t\"b/c.h\" // it\n#include <d.h>\nx #include \"e.h\"\n"
                .getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("a.h", "b/c.h"), file.included());
  }
}
