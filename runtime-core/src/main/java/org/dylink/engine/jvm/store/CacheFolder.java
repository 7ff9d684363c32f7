package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A folder of classes that earlier runs compiled, a file a module. Other processes may use it at
 * the same time: files come whole, by a move, and who comes last wins; what that loses is compiled
 * again. Only files are believed that are the user's own and sealed with the folder's key. Nothing
 * that goes wrong here is more than a report to the listener.
 */
public final class CacheFolder {
  static final String SUFFIX = ".classes";
  static final String UNFINISHED = ".unfinished";

  private static final long LARGEST_FILE = 64 << 20;
  private static final int NAME_CHARACTERS = 60;
  private static final int DIGEST_CHARACTERS = 16;

  private final Path folder;
  private final long limit;
  private final StoreListener listener;
  private final WholeFiles files;

  /**
   * @param folder is made when there is something to keep
   * @param limit bytes that all files together may have
   */
  public CacheFolder(Path folder, long limit, StoreListener listener) {
    this(folder, limit, listener, Files::write);
  }

  CacheFolder(Path folder, long limit, StoreListener listener, WholeFiles.Writer writer) {
    this.folder = folder;
    this.limit = limit;
    this.listener = listener;
    this.files = new WholeFiles(writer);
  }

  /** What is kept for a module; an empty store if nothing is, or if it is of no use. */
  public ClassStore load(StoreKey key) {
    Path file = file(key);
    try {
      ClassStore found = ClassStore.read(read(file), key);
      // The files that nobody has asked for longest are the first to go.
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return found;
    } catch (NoSuchFileException e) {
      return ClassStore.EMPTY;
    } catch (UnfitStoreException e) {
      listener.ignored(file.toString(), e.getMessage());
    } catch (IOException e) {
      listener.ignored(file.toString(), e.toString());
    }
    return ClassStore.EMPTY;
  }

  private byte[] read(Path file) throws IOException, UnfitStoreException {
    OwnFiles.checkFolder(folder);
    OwnFiles.checkFile(file);
    if (Files.size(file) > LARGEST_FILE) {
      throw new UnfitStoreException("larger than " + LARGEST_FILE + " bytes");
    }
    return FolderKey.read(folder).open(Files.readAllBytes(file));
  }

  /** Adds classes to what is kept for a module. */
  public void save(StoreKey key, ClassStore added) {
    Path file = file(key);
    try {
      OwnFiles.makeFolder(folder);
      OwnFiles.checkFolder(folder);
      FolderKey secret = FolderKey.readOrMake(folder, files);
      // Not what was loaded: another process may have added to it since.
      files.put(file, secret.seal(load(key).with(added).write(key)));
      FolderLimit.apply(folder, limit);
    } catch (UnfitStoreException e) {
      listener.ignored(folder.toString(), e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      listener.ignored(file.toString(), e.toString());
    }
  }

  // People should see whose file it is; that it is the right one the key inside says.
  private Path file(StoreKey key) {
    String name = start(key.module().replaceAll("[^A-Za-z0-9._+-]", "_"), NAME_CHARACTERS);
    String digest = start(key.digest(), DIGEST_CHARACTERS);
    String code = start(key.code(), DIGEST_CHARACTERS);
    return folder.resolve(name + "-" + digest + "-" + code + SUFFIX);
  }

  private static String start(String text, int characters) {
    return text.substring(0, Math.min(text.length(), characters));
  }
}
