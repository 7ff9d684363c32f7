package org.dylink.machine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;

/**
 * A folder of objects, a file a module. Code from it is run without a check, so the folder is one
 * into which nobody else can write: it belongs to who runs this, and is closed to all others.
 */
final class ObjectFolder {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path folder;
  private final String target;

  /**
   * @throws IllegalArgumentException if others may use the folder, or it cannot be made
   */
  ObjectFolder(Path folder, String target) {
    this.folder = folder;
    this.target = target;
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        var closed = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(closed));
      }
      requireOurs();
    } catch (IOException | UnsupportedOperationException e) {
      throw new IllegalArgumentException(folder + ": cannot keep machine code here: " + e, e);
    }
  }

  private void requireOurs() throws IOException {
    Object owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    Path probe = Files.createTempFile(folder, "owner", null);
    Object we = Files.getOwner(probe);
    Files.delete(probe);
    Set<PosixFilePermission> open =
        EnumSet.copyOf(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
    open.retainAll(OTHERS);
    if (!owner.equals(we) || !open.isEmpty()) {
      throw new IllegalArgumentException(
          folder + ": machine code is kept only where nobody else has access: chmod 700 it");
    }
  }

  boolean has(WasmModule module) {
    return Files.isRegularFile(file(module), LinkOption.NOFOLLOW_LINKS);
  }

  /** The object of a module, if there is one that fits. One that does not is deleted. */
  Optional<MachineObject> find(WasmModule module) {
    if (!has(module)) {
      return Optional.empty();
    }
    try {
      MachineObject object = MachineObjectFile.read(Files.readAllBytes(file(module)));
      if (object.target().equals(target) && object.digest().equals(module.digest())) {
        return Optional.of(object);
      }
      Files.delete(file(module));
    } catch (UnfitObjectException e) {
      file(module).toFile().delete();
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Keeps an object: whole, or not at all. */
  void keep(WasmModule module, MachineObject object) {
    try {
      Path written = Files.createTempFile(folder, "object", null);
      Files.write(written, MachineObjectFile.write(object));
      Files.move(written, file(module), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": machine code cannot be kept", e);
    }
  }

  private Path file(WasmModule module) {
    return folder.resolve(module.digest() + "." + target);
  }
}
