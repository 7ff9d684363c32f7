package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example plugins: bundles come and go while a C program runs that opens them by name. */
@FrameworkTest
class PluginsIT {
  private static final String NO_UPPER =
      "libfilter-upper.so: cannot open: no started bundle provides it";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  private Dialogue filter;

  @BeforeEach
  void startProgram() throws Exception {
    Examples.start(context, "plugins/program");
    filter = Dialogue.with(linker, "filter.wasm");
  }

  @AfterEach
  void endProgram() throws Exception {
    filter.close();
  }

  @Test
  void aPluginIsThereWhileItsBundleIsStarted() throws Exception {
    Examples.start(context, "plugins/rot13");
    assertEquals(NO_UPPER, filter.ask("upper Hello"));
    Bundle upper = Examples.start(context, "plugins/upper");
    assertEquals("upper: HELLO", filter.ask("upper Hello"));
    upper.stop();
    assertEquals(NO_UPPER, filter.ask("upper Hello"));
    upper.start();
    assertEquals("upper: HELLO", filter.ask("upper Hello"));
    upper.uninstall();
    assertEquals(NO_UPPER, filter.ask("upper Hello"));
    assertEquals("rot13: Uryyb", filter.ask("rot13 Hello"));
  }

  @Test
  void aHigherVersionTakesItsPlace() throws Exception {
    Examples.start(context, "plugins/upper");
    assertEquals("upper: HELLO", filter.ask("upper Hello"));
    Path library = Path.of("plugins/rot13/src/main/resources/lib/libfilter-rot13.so");
    Bundle other =
        TestFiles.startFile(
            context,
            Examples.path(context, library.toString()),
            "?name=libfilter-upper.so&version=2.0.0");
    assertEquals("rot13: Uryyb", filter.ask("upper Hello"));
    other.uninstall();
    assertEquals("upper: HELLO", filter.ask("upper Hello"));
  }

  @Test
  void aLibraryThatIsNoPluginIsTold() throws Exception {
    Path file =
        Files.write(folder.resolve("libfilter-x.so"), Modules.answering("x", 1).bytes().toArray());
    TestFiles.startFile(context, file, "");
    assertEquals(
        "libfilter-x.so: undefined symbol filter_plugin: searched libfilter-x.so",
        filter.ask("x Hello"));
    assertEquals("expected PLUGIN TEXT, found Hello", filter.ask("Hello"));
  }
}
