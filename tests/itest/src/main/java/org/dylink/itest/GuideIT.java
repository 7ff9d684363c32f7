package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * What docs/guide-c-library.md builds runs; common.bndrun says where src/it/c-library was built.
 */
@FrameworkTest
class GuideIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @Test
  void aProgramRunsOverTheLibraryOfTheGuide() throws Exception {
    Path project = Path.of(context.getProperty("dylink.guide"));
    Path bundle = project.resolve("target/org.acme.counter-1.2.0.jar");
    context.installBundle(bundle.toUri().toString()).start();
    TestFiles.startFile(context, project.resolve("wc.wasm"), "");
    assertEquals(
        Version.valueOf("1.2.0"),
        Version.valueOf(Programs.library(linker, "libcounter.so").version()));
    assertEquals(
        """
        3: to be or
        3: not to be
        6 words
        exit=0
        """,
        Programs.run(
            linker, "wc.wasm", request -> request.arguments(List.of("to be or", "not to be"))));
  }
}
