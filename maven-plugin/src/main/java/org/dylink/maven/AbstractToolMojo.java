package org.dylink.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.Sysroot;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.packed.ClangChoice;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/** What the goals have in common: the project, the compiler, what the dependencies bring. */
abstract class AbstractToolMojo extends AbstractMojo {
  /** The project. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /** What the packed clang is fetched with. */
  @Inject RepositorySystem repositories;

  /** What Maven knows of repositories now. */
  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  RepositorySystemSession session;

  /** The plugin, whose version the packed clang has. */
  @Parameter(defaultValue = "${plugin}", readonly = true)
  PluginDescriptor plugin;

  /** Nothing is done. */
  @Parameter(property = "dylink.skip", defaultValue = "false")
  boolean skip;

  /**
   * The clang to use: a path, or a name on the {@code PATH}, or the path of the jar {@code
   * org.dylink.clang}. Without it: that of {@code WASI_SDK_PATH}, else the newest on the {@code
   * PATH} from version 18 on, else that jar out of a repository.
   */
  @Parameter(property = "dylink.clang")
  String clang;

  /** For programs with threads: {@code -pthread}, with the libc for them. */
  @Parameter(property = "dylink.threads", defaultValue = "false")
  boolean threads;

  /** Headers that other projects may include. */
  @Parameter(defaultValue = "${project.basedir}/src/main/include")
  File includeDirectory;

  /**
   * The library's file name; without it {@code lib}, the last word of the artifact's id, {@code
   * .so}.
   */
  @Parameter(property = "dylink.library")
  String library;

  /** More flags for each source, such as {@code -Wall} or {@code -DNDEBUG}. */
  @Parameter List<String> compilerFlags = new ArrayList<>();

  /** Where libraries go to: {@code lib} in it; and programs: {@code bin} in it. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  File outputDirectory;

  /** For objects, and what is taken out of the dependencies. */
  @Parameter(defaultValue = "${project.build.directory}/dylink", required = true)
  File workDirectory;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    try {
      work();
    } catch (ToolchainException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  abstract void work() throws ToolchainException, IOException, MojoFailureException;

  final Clang findClang() throws ToolchainException {
    ClangChoice choice = new ClangChoice(System.getenv(), home());
    return clang == null
        ? choice.found(new ClangArtifact(repositories, session, project, plugin)::find)
        : choice.named(clang);
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }

  final Sysroot sysroot() throws ToolchainException {
    return Sysroot.unpacked(System.getenv(), home());
  }

  final DependencyLibraries dependencies() throws IOException {
    DependencyLibraries found =
        new DependencyLibraries(workDirectory.toPath().resolve("dependencies"), threads);
    List<Path> jars =
        project.getArtifacts().stream()
            .filter(artifact -> artifact.getFile() != null)
            .map(Artifact::getFile)
            .map(File::toPath)
            .toList();
    found.copyFrom(jars);
    return found;
  }

  final Path libraries() {
    return outputDirectory.toPath().resolve("lib");
  }

  final Path programs() {
    return outputDirectory.toPath().resolve("bin");
  }

  /** Where headers are that are not the system's. */
  final List<String> headerFlags(DependencyLibraries dependencies) {
    List<String> flags = new ArrayList<>();
    if (includeDirectory.isDirectory()) {
      flags.add("-I" + includeDirectory);
    }
    flags.addAll(List.of("-isystem", dependencies.headers().toString()));
    return flags;
  }

  final String libraryName() {
    if (library != null) {
      return library;
    }
    String id = project.getArtifactId();
    String word = id.substring(id.lastIndexOf('.') + 1);
    return (word.startsWith("lib") ? "" : "lib") + word + ".so";
  }
}
