package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example two-versions: programs for libgreet.so 1 and 2 run side by side. */
@FrameworkTest
class TwoVersionsIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void eachProgramHasTheVersionThatItWasBuiltWith() throws Exception {
    startAll();
    try (Dialogue letters = Dialogue.with(linker, "letters.wasm");
        Dialogue daytime = Dialogue.with(linker, "daytime.wasm")) {
      assertEquals("Hello, Ada!", letters.ask("Ada"));
      assertEquals("Good morning, Ada!", daytime.ask("9 Ada"));
      assertEquals("Hello, Bob!", letters.ask("Bob"));
      assertEquals("Good evening, Bob!", daytime.ask("21 Bob"));
      assertEquals(
          List.of("libgreet.so 1.4.0", "libgreet.so 2.1.0"),
          linker.programs().stream().map(TwoVersionsIT::greeting).sorted().toList());
    }
  }

  @Test
  void aProgramForTheOneDoesNotResolveToTheOther() throws Exception {
    Examples.start(context, "two-versions/greet-1");
    Bundle daytime = Examples.install(context, "two-versions/daytime");
    BundleException failure = assertThrows(BundleException.class, daytime::start);
    assertEquals(BundleException.RESOLVE_ERROR, failure.getType());
    Examples.start(context, "two-versions/greet-2");
    daytime.start();
    assertEquals("exit=0\n", Programs.run(linker, "daytime.wasm"));
  }

  private void startAll() throws Exception {
    for (String bundle : List.of("greet-1", "greet-2", "letters", "daytime")) {
      Examples.start(context, "two-versions/" + bundle);
    }
  }

  private static String greeting(Program program) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .filter(library -> library.name().equals("libgreet.so"))
        .map(library -> library.name() + " " + library.version())
        .findFirst()
        .orElseThrow();
  }
}
