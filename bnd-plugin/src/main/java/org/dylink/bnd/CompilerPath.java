package org.dylink.bnd;

import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.machine.make.CompilerFolder;

/** Where the compiler to machine code is: a folder that is named, or the plugin's class path. */
final class CompilerPath {
  private static final String ENTRY = "org/dylink/machine/llvm/CompilerMain.class";

  private CompilerPath() {}

  static Optional<List<Path>> find(Optional<String> folder) {
    if (folder.isPresent()) {
      return CompilerFolder.of(Path.of(folder.get())).map(CompilerFolder::jars);
    }
    ClassLoader loader = CompilerPath.class.getClassLoader();
    // Maven's realms, and most others that load plugins, are of that class.
    return loader instanceof URLClassLoader known && known.getResource(ENTRY) != null
        ? Optional.of(files(known))
        : Optional.empty();
  }

  private static List<Path> files(URLClassLoader loader) {
    List<Path> files = new ArrayList<>();
    for (URL each : loader.getURLs()) {
      try {
        files.add(Path.of(each.toURI()));
      } catch (URISyntaxException | IllegalArgumentException e) {
        // Not a file: no process could be given it.
      }
    }
    return files;
  }
}
