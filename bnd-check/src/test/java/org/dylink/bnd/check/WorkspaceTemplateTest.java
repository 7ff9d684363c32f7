package org.dylink.bnd.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.build.Project;
import aQute.bnd.build.Workspace;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace that users copy, built by bnd as they build it, without a network. */
final class WorkspaceTemplateTest {
  private static final Path TEMPLATE = Path.of("../archetypes/bnd-workspace");

  @TempDir private static Path repository;

  @TempDir private Path folder;
  private Path root;

  @BeforeAll
  static void fillTheRepository() throws Exception {
    LocalRepository.fill(repository, Files.readAllLines(TEMPLATE.resolve("cnf/bundles.mvn")));
  }

  @BeforeEach
  void copyTheTemplate() throws Exception {
    root = folder.resolve("workspace");
    try (Stream<Path> files = Files.walk(TEMPLATE)) {
      for (Path file : files.toList()) {
        Files.copy(file, root.resolve(TEMPLATE.relativize(file)));
      }
    }
    replace("cnf/build.bnd", "~/.m2/repository", repository.toString());
    replace("cnf/build.bnd", "https://repo.maven.apache.org/maven2/", repository.toUri() + "");
  }

  private void replace(String file, String text, String other) throws IOException {
    String before = Files.readString(root.resolve(file));
    assertTrue(before.contains(text), before);
    Files.writeString(root.resolve(file), before.replace(text, other));
  }

  @Test
  void theBundleHasTheHeadersOfLibraryAndService() throws Exception {
    try (Workspace workspace = new Workspace(root.toFile())) {
      workspace.setOffline(true);
      Project words = workspace.getProject("words");
      words.compile(false);
      File[] built = words.build();
      assertEquals(List.of(), words.getErrors());
      assertEquals(List.of(), words.getWarnings());
      try (Jar jar = new Jar(built[0])) {
        Attributes manifest = jar.getManifest().getMainAttributes();
        assertEquals(
            "com.acme.words.Words;library=\"libwords.so\"", manifest.getValue("Wasm-Service"));
        assertTrue(
            manifest
                .getValue("Require-Capability")
                .contains("(&(wasm.library=libc.so)(version>=22.0.0)(!(version>=23.0.0))"));
      }
      words.compile(true);
      assertEquals(List.of(), words.getErrors());
    }
    assertEquals("", runTest());
  }

  /** In a JVM of its own, as the test's paths are those of the project's folder. */
  private String runTest() throws IOException, InterruptedException {
    String classes = System.getProperty("java.class.path");
    Path libc = LocalRepository.file(repository, "org.dylink", "org.dylink.example.libc");
    List<String> parts = List.of("bin_test", "bin", libc.toString(), absolute(classes));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx200m",
                "-cp",
                String.join(File.pathSeparator, parts),
                TestMethods.class.getName(),
                "com.acme.words.WordsTest")
            .directory(root.resolve("words").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static String absolute(String classes) {
    return Stream.of(classes.split(File.pathSeparator, -1))
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .reduce((all, each) -> all + File.pathSeparator + each)
        .orElseThrow();
  }

  @Test
  void anInterfaceThatDoesNotFitTheLibraryFailsTheBuild() throws Exception {
    replace("words/src/com/acme/words/Words.java", "count_words", "count_letters");
    try (Workspace workspace = new Workspace(root.toFile())) {
      workspace.setOffline(true);
      Project words = workspace.getProject("words");
      words.compile(false);
      words.build();
      String errors = String.join("\n", words.getErrors());
      assertTrue(errors.contains("count: undefined function count_letters"), errors);
    }
  }
}
