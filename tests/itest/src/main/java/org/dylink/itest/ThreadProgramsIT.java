package org.dylink.itest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** C programs with threads, each with its libraries in a bundle that is wired to libc's. */
@FrameworkTest
@Timeout(600)
class ThreadProgramsIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @BeforeEach
  void startLibc() throws Exception {
    Examples.start(context, "libc-threads");
  }

  @Test
  void programsPrintWhatTheyPrintNatively() throws Exception {
    assertAll(Path.of(context.getProperty("dylink.threads")));
  }

  @Test
  void soDoesTheCorpus() throws Exception {
    Path corpus = Path.of(context.getProperty("dylink.threads.corpus"));
    assumeTrue(Files.isDirectory(corpus), () -> "no corpus at " + corpus);
    assertAll(corpus);
  }

  private void assertAll(Path corpus) throws Exception {
    new NativePrograms(context, linker, corpus).assertAll();
  }
}
