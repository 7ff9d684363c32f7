package org.dylink.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.dylink.engine.TrapException;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.Dylink;
import org.dylink.toolchain.ToolchainException;

/**
 * Runs a program of the project, after {@code compile}: {@code mvn compile dylink:run
 * -Ddylink.program=wc -Ddylink.args="a b"}. It gets Maven's own streams, and no folder. Its exit
 * code, if not 0, fails the build.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class RunMojo extends AbstractToolMojo {
  /** The program's name, with {@code .wasm} or without; may be left out if there is one alone. */
  @Parameter(property = "dylink.program")
  String program;

  /** The arguments, divided by blanks. */
  @Parameter(property = "dylink.args", defaultValue = "")
  String args;

  /** Made by Maven. */
  public RunMojo() {}

  @Override
  void work() throws ToolchainException, IOException, MojoFailureException {
    Path main = main();
    try (Dylink dylink =
        Dylink.create(libraries(), dependencies().libraries(), sysroot().libraries(threads))) {
      int code = run(dylink, main);
      if (code != 0) {
        throw new MojoFailureException(main.getFileName() + ": exit code " + code);
      }
    }
  }

  @SuppressWarnings("SystemOut") // the program's own
  private int run(Dylink dylink, Path main) throws IOException, MojoFailureException {
    try (Program linked =
        dylink.link(
            LinkRequest.builder(dylink.read(main))
                .arguments(
                    Stream.of((args == null ? "" : args).split(" "))
                        .filter(a -> !a.isEmpty())
                        .toList())
                .stdin(System.in)
                .stdout(System.out)
                .stderr(System.err)
                .build())) {
      return linked.run();
    } catch (LinkException | MalformedModuleException | TrapException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  private Path main() throws IOException, MojoFailureException {
    List<Path> all = all();
    if (program != null) {
      Path named = programs().resolve(program.endsWith(".wasm") ? program : program + ".wasm");
      if (!all.contains(named)) {
        throw new MojoFailureException(
            "program " + program + " not found: there are " + names(all));
      }
      return named;
    } else if (all.size() != 1) {
      throw new MojoFailureException(
          "which program? -Ddylink.program=NAME: there are " + names(all));
    }
    return all.get(0);
  }

  private List<Path> all() throws IOException {
    if (!Files.isDirectory(programs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(programs())) {
      return files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList();
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
