package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Programs in folders, a case each, which a bundle is made of: {@code run*.args} has arguments,
 * {@code expected*.txt} what is printed then. All runs are tried before a test fails.
 */
record NativePrograms(BundleContext context, Linker linker, Path corpus) {
  private static final String NOT_LINKED = "exit=1\n";

  /** Asserts that each prints what is expected. */
  void assertAll() throws Exception {
    StringBuilder expected = new StringBuilder();
    StringBuilder actual = new StringBuilder();
    for (Path arguments : runs()) {
      String name = corpus.relativize(arguments) + ":\n";
      String suffix = suffix(arguments);
      String printed = Files.readString(arguments.resolveSibling("expected" + suffix + ".txt"));
      expected.append(name).append(printed);
      actual.append(name).append(run(arguments, printed));
    }
    assertEquals(expected.toString(), actual.toString());
  }

  private List<Path> runs() throws IOException {
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
    LibraryJar jar = LibraryJar.named("native-" + folder.getFileName());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{so,wasm}")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        jar.library(WasmModule.read(name, Files.readAllBytes(file)), "1.0.0");
      }
    }
    return jar.install(context);
  }
}
