package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.jvm.store.SealedFolder;
import org.dylink.engine.jvm.store.UnfitStoreException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;

/**
 * A folder of objects, a file a module and platform. Code from it is run without a check, so each
 * file is the user's own and has a seal, which nobody else can make. Threads and processes may
 * share it.
 */
public final class ObjectFolder {
  private static final String SUFFIX = ".object";
  private static final long LARGEST_FILE = 1L << 30;
  private static final long LIMIT = 1L << 30;

  private final Path folder;
  private final SealedFolder files;

  /**
   * @param folder is made when there is something to keep
   */
  public ObjectFolder(Path folder) {
    this.folder = folder;
    this.files = new SealedFolder(folder, SUFFIX, LARGEST_FILE, LIMIT);
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /**
   * Makes the folder if need be.
   *
   * @throws UnfitObjectException if it cannot be made, or others may write there
   */
  public void require() throws UnfitObjectException {
    try {
      files.require();
    } catch (UnfitStoreException | IOException e) {
      throw unfit(folder, e);
    }
  }

  /** Why nothing could be kept here now, with the folder in front; empty if it could. */
  public Optional<String> problem() {
    return files.problem();
  }

  /**
   * The object of a module, if there is one.
   *
   * @throws UnfitObjectException if there is one that is of no use; the message has the file
   */
  public Optional<MachineObject> find(WasmModule module, String target)
      throws UnfitObjectException {
    String name = name(module, target);
    try {
      MachineObject object = MachineObjectFile.read(files.read(name));
      object.requireFor(module, target);
      files.touch(name);
      return Optional.of(object);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (UnfitObjectException | UnfitStoreException | IOException e) {
      throw unfit(files.file(name), e);
    }
  }

  /**
   * Keeps an object: whole, or not at all.
   *
   * @return its file
   * @throws UnfitObjectException if it cannot be kept; the message has the folder
   */
  public Path keep(WasmModule module, MachineObject object) throws UnfitObjectException {
    String name = name(module, object.target());
    try {
      files.write(name, MachineObjectFile.write(object));
      return files.file(name);
    } catch (UnfitStoreException | IOException e) {
      throw unfit(folder, e);
    }
  }

  /** The platforms for which there is an object of a module, whether or not it is of use. */
  public List<String> targets(WasmModule module) {
    String prefix = module.digest() + ".";
    return files.names(prefix).stream().map(each -> each.substring(prefix.length())).toList();
  }

  private static UnfitObjectException unfit(Path what, Exception why) {
    String detail = why instanceof IOException ? why.toString() : why.getMessage();
    return new UnfitObjectException(what + ": " + detail, why);
  }

  private static String name(WasmModule module, String target) {
    return module.digest() + "." + target;
  }
}
