package org.dylink.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.dylink.toolchain.ClangSearch;
import org.dylink.toolchain.ToolchainException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The goals, without Maven: with the clang that is there, or that of {@code -Ddylink.clang.jar}.
 */
final class CompileMojoTest {
  private static final String JAR = System.getProperty("dylink.clang.jar");

  @TempDir private Path home;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void writeSources() throws IOException {
    write(
        "src/main/c/count.c",
        "#include \"count.h\"\nint count(void) { static int n; return ++n; }");
    write("src/main/include/count.h", "int count(void);");
    write(
        "src/main/c/tools/show.c",
        "#include <count.h>\n#include <stdio.h>\n"
            + "int main(int n, char **a) { for (int i = 1; i < n; i++) printf(\"%d %s\\n\", count(), a[i]);"
            + " return n == 1; }");
  }

  private static void needClang() {
    if (JAR != null) {
      return;
    }
    try {
      ClangSearch.find(System.getenv());
    } catch (ToolchainException e) {
      assumeTrue(false, e.getMessage());
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private <T extends AbstractToolMojo> T in(T goal) {
    Model model = new Model();
    model.setArtifactId("org.acme.count");
    goal.project = new MavenProject(model);
    goal.clang = JAR;
    goal.includeDirectory = home.resolve("src/main/include").toFile();
    goal.outputDirectory = home.resolve("target/classes").toFile();
    goal.workDirectory = home.resolve("target/dylink").toFile();
    goal.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            said.add(line.toString());
          }
        });
    return goal;
  }

  private CompileMojo compile() {
    CompileMojo goal = in(new CompileMojo());
    goal.sourceDirectory = home.resolve("src/main/c").toFile();
    goal.programs = List.of("tools/show.c");
    return goal;
  }

  private List<String> made() throws IOException {
    Path classes = home.resolve("target/classes");
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void makesALibraryProgramsAndHeadersOfTheConvention() throws Exception {
    needClang();
    compile().execute();
    assertEquals(List.of("bin/show.wasm", "include/count.h", "lib/libcount.so"), made());
    assertEquals(
        List.of("count.c", "libcount.so linked", "show.c", "show.wasm linked"),
        said.subList(1, said.size()));

    said.clear();
    compile().execute();
    assertEquals(
        List.of("libcount.so is up to date", "show.wasm is up to date"),
        said.subList(1, said.size()));
  }

  @Test
  void theLibraryMayHaveAnotherNameAndProgramsNone() throws Exception {
    needClang();
    CompileMojo goal = compile();
    goal.library = "libother.so";
    goal.programs = List.of();
    goal.compilerFlags = List.of("-Dmain=no_main");
    goal.execute();
    assertEquals(List.of("include/count.h", "lib/libother.so"), made());
  }

  @Test
  void aProgramRunsAndItsExitCodeCounts() throws Exception {
    needClang();
    compile().execute();
    RunMojo run = in(new RunMojo());
    run.args = " to  be";
    run.execute();

    run.args = null;
    run.program = "show";
    MojoFailureException failure = assertThrows(MojoFailureException.class, run::execute);
    assertEquals("show.wasm: exit code 1", failure.getMessage());
  }

  @Test
  void makesAnInterfaceOfAHeader() throws Exception {
    needClang();
    GenerateMojo goal = in(new GenerateMojo());
    goal.headers = List.of(home.resolve("src/main/include/count.h").toFile());
    goal.javaPackage = "org.acme";
    goal.generatedSources = home.resolve("target/generated").toFile();
    goal.execute();
    String source = Files.readString(home.resolve("target/generated/org/acme/Count.java"));
    assertTrue(source.contains("@WasmLibrary(\"libcount.so\")"), source);
    assertTrue(source.contains("int count();"), source);
    assertEquals(List.of("count.h: 1 of 1 functions in org.acme.Count"), said);
    assertEquals(List.of(goal.generatedSources.toString()), goal.project.getCompileSourceRoots());
  }

  @Test
  void functionsThatALibraryLacksAreLeftOutOfItsInterface() throws Exception {
    needClang();
    compile().execute();
    said.clear();
    write("src/main/include/more.h", "int count(void);\nint missing(void);");
    GenerateMojo goal = in(new GenerateMojo());
    goal.headers = List.of(home.resolve("src/main/include/more.h").toFile());
    goal.javaPackage = "org.acme";
    goal.generatedSources = home.resolve("target/generated").toFile();
    goal.libraryFile = home.resolve("target/classes/lib/libcount.so").toFile();
    goal.execute();
    assertEquals(
        List.of(
            "more.h: 1 of 2 functions in org.acme.More",
            "left out: missing: libcount.so does not export it"),
        said);
  }

  @Test
  void aProgramThatIsNotThereIsRefused() {
    CompileMojo compile = compile();
    compile.programs = List.of("main.c");
    MojoFailureException failure = assertThrows(MojoFailureException.class, compile::execute);
    assertEquals("program main.c not found in " + home.resolve("src/main/c"), failure.getMessage());

    RunMojo run = in(new RunMojo());
    failure = assertThrows(MojoFailureException.class, run::execute);
    assertEquals("which program? -Ddylink.program=NAME: there are []", failure.getMessage());

    run.program = "show";
    failure = assertThrows(MojoFailureException.class, run::execute);
    assertEquals("program show not found: there are []", failure.getMessage());
  }

  @Test
  void whatClangRefusesFailsTheBuild() throws Exception {
    needClang();
    write("src/main/c/bad.c", "int f(void) { return y; }");
    MojoFailureException failure = assertThrows(MojoFailureException.class, compile()::execute);
    assertTrue(failure.getMessage().startsWith("bad.c: not compiled:\n"), failure.getMessage());
  }

  @Test
  void withoutSourcesThereIsNothingToDo() throws Exception {
    CompileMojo goal = compile();
    goal.sourceDirectory = home.resolve("none").toFile();
    goal.execute();
    goal.skip = true;
    goal.execute();
    assertEquals(List.of("no sources in " + home.resolve("none"), "skipped"), said);
  }
}
