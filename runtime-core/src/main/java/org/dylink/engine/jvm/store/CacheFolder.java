package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A folder of classes that earlier runs compiled, a file a module. Other processes may use it at
 * the same time: files come whole, by a move, and who comes last wins; what that loses is compiled
 * again. Nothing that goes wrong here is more than a report to the listener.
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

  /**
   * @param folder is made when there is something to keep
   * @param limit bytes that all files together may have
   */
  public CacheFolder(Path folder, long limit, StoreListener listener) {
    this.folder = folder;
    this.limit = limit;
    this.listener = listener;
  }

  /** What is kept for a module; an empty store if nothing is, or if it is of no use. */
  public ClassStore load(StoreKey key) {
    Path file = file(key);
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new UnfitStoreException("larger than " + LARGEST_FILE + " bytes");
      }
      ClassStore found = ClassStore.read(Files.readAllBytes(file), key);
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

  /** Adds classes to what is kept for a module. */
  public void save(StoreKey key, ClassStore added) {
    Path file = file(key);
    try {
      Files.createDirectories(folder);
      // Not what was loaded: another process may have added to it since.
      put(file, load(key).with(added).write(key));
      FolderLimit.apply(folder, limit);
    } catch (IOException e) {
      listener.ignored(file.toString(), e.toString());
    }
  }

  private void put(Path file, byte[] contents) throws IOException {
    Path unfinished = Files.createTempFile(folder, "", UNFINISHED);
    try {
      Files.write(unfinished, contents);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
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
