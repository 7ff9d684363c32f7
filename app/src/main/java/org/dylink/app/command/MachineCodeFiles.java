package org.dylink.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.app.search.LibraryFile;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.format.WasmModule;

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

  /** The compiler; empty if it is not installed. */
  Optional<CompilerFolder> compiler() {
    return jars.map(Path::of).flatMap(CompilerFolder::of);
  }

  /** The compiled forms of a module, and where they are. */
  List<String> compiled(LibraryFile file) {
    List<String> all = new ArrayList<>();
    folder()
        .ifPresent(
            folder ->
                folder.targets(file.module()).stream()
                    .map(target -> kept(folder, file.module(), target))
                    .forEach(all::add));
    besides(file).forEach(kind -> all.add(beside(file, kind)));
    return all;
  }

  private static String kept(ObjectFolder folder, WasmModule module, String target) {
    String facts = facts(() -> folder.find(module, target));
    return MachineObject.COMPANION + target + " (kept" + facts + ")";
  }

  private static String beside(LibraryFile file, String kind) {
    String facts =
        kind.startsWith(MachineObject.COMPANION) ? facts(() -> readBeside(file, kind)) : "";
    return kind + " (beside the file" + facts + ")";
  }

  private static Optional<MachineObject> readBeside(LibraryFile file, String kind)
      throws UnfitObjectException, IOException {
    Path companion = file.path().resolveSibling(file.path().getFileName() + "." + kind);
    MachineObject object = MachineObjectFile.read(Files.readAllBytes(companion));
    object.requireFor(file.module(), kind.substring(MachineObject.COMPANION.length()));
    return Optional.of(object);
  }

  @FunctionalInterface
  private interface Reading {
    Optional<MachineObject> read() throws UnfitObjectException, IOException;
  }

  // Its size, what for, and the compiler that has made it with its version.
  private static String facts(Reading reading) {
    try {
      return reading.read().map(object -> ": " + object).orElse("");
    } catch (UnfitObjectException | IOException e) {
      return ": of no use: " + e.getMessage();
    }
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
