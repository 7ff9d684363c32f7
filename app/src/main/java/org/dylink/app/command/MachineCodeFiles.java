package org.dylink.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.app.search.LibraryFile;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.ObjectFolder;

/**
 * Where the launcher says that machine code is kept, and what makes it.
 *
 * @param kept the folder of machine code
 * @param jars the folder of the compiler's jars, which need not be there
 */
record MachineCodeFiles(Optional<String> kept, Optional<String> jars) {
  /** The folder of machine code; empty if none is to be kept. */
  Optional<ObjectFolder> folder() {
    return kept.map(Path::of).map(ObjectFolder::new);
  }

  /** The jars of the compiler; empty if it is not installed. */
  Optional<List<Path>> compiler() {
    return jars.map(Path::of).flatMap(CompilerFolder::classPath);
  }

  /** The compiled forms of a module, and where they are. */
  List<String> compiled(LibraryFile file) {
    List<String> all = new ArrayList<>();
    folder().stream()
        .flatMap(folder -> folder.targets(file.module()).stream())
        .forEach(target -> all.add(MachineObject.COMPANION + target + " (kept)"));
    besides(file).forEach(kind -> all.add(kind + " (beside the file)"));
    return all;
  }

  // The kinds that a bundle would have, too.
  private static Stream<String> besides(LibraryFile file) {
    String prefix = file.path().getFileName() + ".";
    Path folder = file.path().getParent();
    String[] names = folder == null ? null : folder.toFile().list();
    return Stream.of(names == null ? new String[0] : names)
        .filter(name -> name.startsWith(prefix) && Files.isRegularFile(folder.resolve(name)))
        .map(name -> name.substring(prefix.length()))
        .filter(kind -> kind.equals("jvm") || kind.startsWith(MachineObject.COMPANION))
        .sorted();
  }
}
