package org.dylink.bindgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What clang has said of a header, as files beside it: NAME.json, NAME.macros.txt, and of the
 * macros' values NAME.refused.txt, then NAME.values.ll. It was asked in that folder, and names the
 * header's files from there.
 */
record RecordedClang(Path folder) implements ClangCommand {
  static final Path NATIVE = Path.of("src/test/native");

  @Override
  public void run(List<String> arguments, Path output) throws BindingsException, IOException {
    if (arguments.contains("-emit-llvm")) {
      compile(arguments, output);
      return;
    }
    String header = Path.of(arguments.get(arguments.size() - 1)).getFileName().toString();
    String name = header.replace(".h", "");
    String kind = arguments.contains("-E") ? ".macros.txt" : ".json";
    String recorded = Files.readString(folder.resolve(name + kind));
    String files = folder.resolve(name).toString();
    Files.writeString(output, recorded.replaceAll("(?:\\./)?" + name + "(\\w*\\.h)", files + "$1"));
  }

  private void compile(List<String> arguments, Path output) throws BindingsException, IOException {
    Path header = Path.of(arguments.get(arguments.indexOf("-include") + 1));
    String name = header.getFileName().toString().replace(".h", "");
    List<String> source = Files.readAllLines(Path.of(arguments.get(arguments.size() - 1)));
    String refused = Files.readString(folder.resolve(name + ".refused.txt"));
    boolean isRefused =
        refused
            .lines()
            .map(line -> Integer.parseInt(line.split(":", -1)[1]))
            .anyMatch(
                line -> !source.get(source.indexOf("# 1 \"dylink-macros\"") + line).isEmpty());
    if (isRefused) {
      throw new BindingsException(refused);
    }
    Files.copy(folder.resolve(name + ".values.ll"), output, StandardCopyOption.REPLACE_EXISTING);
  }
}
