package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.linker.LinkException;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example java-regex: a C program over a library that is a component. */
@FrameworkTest
class JavaRegexIT {
  private static final String MAIN = "match.wasm";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @BeforeEach
  void start() throws Exception {
    Examples.start(context, "java-regex");
  }

  @Test
  void javaCallsBackForEachMatch() throws Exception {
    assertEquals(
        """
        tel 12, 345 or 6
          12
          345
          6
          3 matches
        none
          0 matches
        exit=0
        """,
        run("[0-9]+", "tel 12, 345 or 6", "none"));
  }

  @Test
  void whatIsCalledBackEndsTheSearch() throws Exception {
    assertEquals("aaaaa\n  a\n  a\n  a\n  3 matches\nexit=0\n", run("a", "aaaaa"));
  }

  @Test
  void anExceptionIsAnErrnoWhereDeclared() throws Exception {
    assertEquals("text\n  [a: Invalid argument\nexit=2\n", run("[a", "text"));
  }

  @Test
  void anotherPassesThroughTheProgram() throws Exception {
    assertEquals("42 matches\nexit=0\n", run("-x", "[0-9]+", "42"));
    Exception failure = assertThrows(Exception.class, () -> run("-x", "[0-9]+", "42a"));
    assertEquals(
        "org.dylink.example.regex.NoMatchException: 42a does not match [0-9]+", failure.toString());
  }

  @Test
  void itIsALibraryLikeTheOthers() throws Exception {
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(
          List.of("match.wasm 0.1.0.SNAPSHOT", "libjregex.so 1.0.0", "libc.so 22.0.0"),
          program.linkMap().libraries().stream()
              .map(LoadedLibrary::library)
              .map(library -> library.name() + " " + library.version())
              .toList());
    }
  }

  private String run(String... arguments) throws LinkException {
    return Programs.run(linker, MAIN, request -> request.arguments(List.of(arguments)));
  }
}
