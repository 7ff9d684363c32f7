package org.dylink.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.dylink.bindgen.BindingsException;
import org.dylink.bindgen.BindingsRequest;
import org.dylink.bindgen.ClangCommand;
import org.dylink.bindgen.HeaderBindings;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.ToolchainException;

/**
 * Makes a Java interface of each header, and adds it to the sources: named as the header, with a
 * method a function. What is left out stands in the file, with the reason.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class GenerateMojo extends AbstractToolMojo {
  /** The headers, as paths in the project or absolute. */
  @Parameter(required = true)
  List<File> headers = new ArrayList<>();

  /** The interfaces' package. */
  @Parameter(property = "dylink.package", required = true)
  String javaPackage;

  /** The folder for the sources. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/dylink", required = true)
  File generatedSources;

  /**
   * The library, where it is there already: functions that it does not export are left out. Without
   * it that of a dependency which has the library's name, if there is one.
   */
  @Parameter(property = "dylink.libraryFile")
  File libraryFile;

  /** Made by Maven. */
  public GenerateMojo() {}

  @Override
  void work() throws ToolchainException, IOException, MojoFailureException {
    Clang clang = findClang();
    ClangCommand compiler = (line, output) -> print(clang, line, output);
    List<String> flags = new ArrayList<>(sysroot().flags(threads));
    DependencyLibraries dependencies = dependencies();
    flags.addAll(headerFlags(dependencies));
    flags.addAll(compilerFlags);
    Path root = generatedSources.toPath();
    for (File header : headers) {
      BindingsRequest request =
          BindingsRequest.of(header.toPath()).withFlags(flags).withNames(javaPackage, "");
      tell(header, write(request, dependencies, compiler, root));
    }
    project.addCompileSourceRoot(root.toString());
  }

  private static void print(Clang clang, List<String> line, Path output)
      throws BindingsException, IOException {
    try {
      clang.print(line, output);
    } catch (ToolchainException e) {
      throw new BindingsException(e.getMessage(), e);
    }
  }

  private HeaderBindings write(
      BindingsRequest request, DependencyLibraries dependencies, ClangCommand compiler, Path root)
      throws IOException, MojoFailureException {
    try {
      HeaderBindings made = HeaderBindings.of(ofLibrary(request, dependencies), compiler);
      // Else javac would compile it again, and what uses it.
      if (!made.isWritten(root)) {
        made.write(root);
      }
      return made;
    } catch (BindingsException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  /** The project's own library is compiled later: whether it has all, the bnd plugin tells. */
  private BindingsRequest ofLibrary(BindingsRequest request, DependencyLibraries dependencies)
      throws BindingsException, IOException {
    if (libraryFile != null) {
      BindingsRequest named = request.withLibrary(libraryFile.toPath());
      return library == null ? named : named.withLibrary(library);
    }
    Path file = dependencies.libraries().resolve(libraryName());
    return Files.exists(file) ? request.withLibrary(file) : request.withLibrary(libraryName());
  }

  private void tell(File header, HeaderBindings made) {
    getLog()
        .info(
            "%s: %d of %d functions in %s.%s"
                .formatted(
                    header.getName(),
                    made.methods(),
                    made.functions(),
                    made.packageName(),
                    made.interfaceName()));
    made.leftOut().forEach(each -> getLog().info("left out: " + each));
  }
}
