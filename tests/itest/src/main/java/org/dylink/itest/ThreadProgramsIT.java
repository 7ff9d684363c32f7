package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.format.WasmModule;
import org.dylink.linker.ExitStatus;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.ProgramProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * C programs with threads, each with its libraries in a bundle that is wired to libc's. All runs of
 * a set are tried before the test fails.
 */
@FrameworkTest
@Timeout(600)
class ThreadProgramsIT {
  private static final String NOT_LINKED = "exit=1\n";

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
    StringBuilder expected = new StringBuilder();
    StringBuilder actual = new StringBuilder();
    for (Path arguments : runs(corpus)) {
      String name = corpus.relativize(arguments) + ":\n";
      String suffix = suffix(arguments);
      String printed = Files.readString(arguments.resolveSibling("expected" + suffix + ".txt"));
      expected.append(name).append(printed);
      actual.append(name).append(run(arguments, printed));
    }
    assertEquals(expected.toString(), actual.toString());
  }

  private static List<Path> runs(Path corpus) throws IOException {
    List<Path> runs = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(corpus, Files::isDirectory)) {
      for (Path folder : folders) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "run*.args")) {
          files.forEach(runs::add);
        }
      }
    }
    Collections.sort(runs);
    return runs;
  }

  private static String suffix(Path arguments) {
    String name = String.valueOf(arguments.getFileName());
    return name.substring("run".length(), name.length() - ".args".length());
  }

  /** What a program prints and how it ends; 1 where it is not to be linked, and is not. */
  private String run(Path arguments, String expected) throws Exception {
    List<String> words = List.of(Files.readString(arguments).strip().split("\\s+"));
    Bundle bundle = install(arguments.getParent());
    try {
      bundle.start();
      return run(words);
    } catch (BundleException | LinkException e) {
      return expected.endsWith(NOT_LINKED) ? NOT_LINKED : e.toString();
    } finally {
      bundle.uninstall();
    }
  }

  private String run(List<String> words) throws LinkException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LinkRequest request =
        Programs.request(linker, words.get(0))
            .arguments(words.subList(1, words.size()))
            .stdout(out)
            .stderr(new ByteArrayOutputStream())
            .build();
    int code = exitCode(ProgramProcess.of(linker, request).start());
    return out.toString(StandardCharsets.UTF_8) + "exit=" + code + "\n";
  }

  private static int exitCode(ProgramProcess process) throws LinkException, InterruptedException {
    try {
      return process.waitFor();
    } catch (TrapException e) {
      return ExitStatus.TRAPPED;
    }
  }

  private Bundle install(Path folder) throws Exception {
    LibraryJar jar = LibraryJar.named("threads-" + folder.getFileName());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{so,wasm}")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        jar.library(WasmModule.read(name, Files.readAllBytes(file)), "1.0.0");
      }
    }
    return jar.install(context);
  }
}
