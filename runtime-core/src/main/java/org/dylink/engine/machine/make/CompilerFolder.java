package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.dylink.engine.machine.MachineObject;

/**
 * A folder of jars that is a compiler: its own, the runtime's and LLVM's.
 *
 * @param jars all of them
 * @param name what it writes into objects as their compiler; empty if it does not tell
 */
public record CompilerFolder(List<Path> jars, Optional<String> name) {
  /** The header of the compiler's own jar that has its name, so that nothing need be started. */
  public static final String NAME = "Dylink-Compiler";

  // What the compiler's own jar is called, whatever its version.
  private static final String OWN = "org.dylink.machine.compiler";

  public CompilerFolder {
    jars = List.copyOf(jars);
  }

  /**
   * The compiler in a folder.
   *
   * @return empty if there is none
   */
  public static Optional<CompilerFolder> of(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars =
          files.filter(each -> each.toString().endsWith(".jar")).map(Path::toAbsolutePath).toList();
      return jars.stream()
          .filter(each -> each.getFileName().toString().startsWith(OWN))
          .findFirst()
          .map(own -> new CompilerFolder(jars, name(own)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> name(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return Optional.ofNullable(manifest)
          .map(headers -> headers.getMainAttributes().getValue(NAME));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Why this compiler's code is to be taken instead of an object; empty if the object is its own.
   * Nobody can check machine code, and who installs another compiler may do so for a fault of the
   * one before.
   */
  public Optional<String> objection(MachineObject object) {
    return name.filter(own -> !own.equals(object.compiler()))
        .map(own -> "made by " + object.compiler() + ", the compiler here is " + own);
  }
}
