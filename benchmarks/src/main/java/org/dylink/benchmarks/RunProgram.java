package org.dylink.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;

/**
 * Links and runs a program of files without a framework, in this JVM.
 *
 * <p>{@code RunProgram ENGINE FOLDER:FOLDER... MAIN [ARGUMENT...]}
 */
public final class RunProgram {
  private RunProgram() {}

  /** Exits with the program's exit code. */
  public static void main(String[] arguments) throws LinkException {
    List<String> line = List.of(arguments);
    Link link = new Link(line.get(0), folders(line.get(1)));
    LinkRequest.Builder request =
        LinkRequest.builder(link.library(line.get(2)))
            .arguments(line.subList(3, line.size()))
            .stdout(System.out)
            .stderr(System.err);
    int code;
    try (Program program = link.link(request)) {
      code = program.run();
    }
    System.out.flush();
    System.exit(code);
  }

  static List<Path> folders(String path) {
    return List.of(path.split(":")).stream().map(Path::of).toList();
  }
}
