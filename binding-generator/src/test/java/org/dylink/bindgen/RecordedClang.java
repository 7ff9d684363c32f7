package org.dylink.bindgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What clang has said of a header, as files beside it: NAME.json and NAME.macros.txt. It was asked
 * in that folder, and names the header's files from there.
 */
record RecordedClang(Path folder) implements ClangCommand {
  static final Path NATIVE = Path.of("src/test/native");

  @Override
  public void run(List<String> arguments, Path output) throws IOException {
    String header = Path.of(arguments.get(arguments.size() - 1)).getFileName().toString();
    String name = header.replace(".h", "");
    String kind = arguments.contains("-E") ? ".macros.txt" : ".json";
    String recorded = Files.readString(folder.resolve(name + kind));
    String files = folder.resolve(name).toString();
    Files.writeString(output, recorded.replaceAll("(?:\\./)?" + name + "(\\w*\\.h)", files + "$1"));
  }
}
