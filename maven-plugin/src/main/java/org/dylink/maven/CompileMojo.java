package org.dylink.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.Compilation;
import org.dylink.toolchain.Driver;
import org.dylink.toolchain.Language;
import org.dylink.toolchain.Options;
import org.dylink.toolchain.ToolchainException;

/**
 * Compiles the C and C++ sources of {@code src/main/c}: those named in {@code programs} to a
 * program each, all others to one library. Headers in {@code src/main/include} are found, and go
 * into the jar for those who depend on it. What is there already and older than nothing that it is
 * made of stays.
 */
@Mojo(
    name = "compile",
    defaultPhase = LifecyclePhase.COMPILE,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class CompileMojo extends AbstractToolMojo {
  /** The sources, in all folders below it. */
  @Parameter(defaultValue = "${project.basedir}/src/main/c")
  File sourceDirectory;

  /**
   * Sources with a main, as paths in the folder of the sources: a program each, with the library.
   */
  @Parameter List<String> programs = new ArrayList<>();

  /** Libraries of the dependencies to link with, without {@code lib} and {@code .so}: {@code z}. */
  @Parameter List<String> libraries = new ArrayList<>();

  /** Vector instructions: {@code -msimd128}. */
  @Parameter(property = "dylink.simd", defaultValue = "false")
  boolean simd;

  /** More flags for the library and each program. */
  @Parameter List<String> linkerFlags = new ArrayList<>();

  /** Made by Maven. */
  public CompileMojo() {}

  @Override
  void work() throws ToolchainException, IOException, MojoFailureException {
    Path base = sourceDirectory.toPath();
    if (!Files.isDirectory(base)) {
      getLog().info("no sources in " + base);
      return;
    }
    List<Path> mains = mains(base);
    List<Path> parts = sources(base).stream().filter(file -> !mains.contains(file)).toList();
    Clang compiler = findClang();
    getLog().info(compiler.path() + ", version " + compiler.version());
    DependencyLibraries dependencies = dependencies();
    Compilation compilation =
        new Compilation(
            new Driver(compiler, sysroot()),
            options(dependencies),
            workDirectory.toPath().resolve("objects"),
            line -> getLog().info(line));
    List<String> with = new ArrayList<>(List.of("-L" + dependencies.libraries()));
    libraries.forEach(name -> with.add("-l" + name));
    if (!parts.isEmpty()) {
      Path output = libraries().resolve(libraryName());
      tell(output, compilation.make(output, true, base, parts, with));
      with.add(0, output.toString());
    }
    for (Path main : mains) {
      Path output = programs().resolve(stem(main) + ".wasm");
      tell(output, compilation.make(output, false, base, List.of(main), with));
    }
    publishHeaders();
  }

  private void tell(Path output, boolean made) {
    getLog().info(output.getFileName() + (made ? " linked" : " is up to date"));
  }

  private List<Path> mains(Path base) throws MojoFailureException {
    List<Path> mains = new ArrayList<>();
    for (String program : programs) {
      Path file = base.resolve(program);
      if (!Files.isRegularFile(file)) {
        throw new MojoFailureException("program " + program + " not found in " + base);
      }
      mains.add(file);
    }
    return mains;
  }

  private static List<Path> sources(Path base) throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(file -> Language.of(file).isPresent() && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private Options options(DependencyLibraries dependencies) {
    List<String> flags = headerFlags(dependencies);
    flags.addAll(compilerFlags);
    return new Options(threads, simd, flags, linkerFlags);
  }

  private static String stem(Path source) {
    String name = source.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void publishHeaders() throws IOException {
    Path from = includeDirectory.toPath();
    if (!Files.isDirectory(from)) {
      return;
    }
    Path to = outputDirectory.toPath().resolve("include");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
