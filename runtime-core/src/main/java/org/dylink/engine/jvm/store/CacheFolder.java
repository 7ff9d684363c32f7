package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of classes that earlier runs compiled, a file a module. What is lost as several
 * processes use it is compiled again. Nothing that goes wrong here is more than a report to the
 * listener.
 */
public final class CacheFolder {
  static final String SUFFIX = ".classes";
  static final String UNFINISHED = ".unfinished";

  private static final long LARGEST_FILE = 64 << 20;
  private static final int NAME_CHARACTERS = 60;
  private static final int DIGEST_CHARACTERS = 16;

  private final Path folder;
  private final StoreListener listener;
  private final SealedFolder files;
  private volatile String problem; // null if the last save went well

  /**
   * @param folder is made when there is something to keep
   * @param limit bytes that all files together may have
   */
  public CacheFolder(Path folder, long limit, StoreListener listener) {
    this(folder, limit, listener, Files::write);
  }

  CacheFolder(Path folder, long limit, StoreListener listener, WholeFiles.Writer writer) {
    this.folder = folder;
    this.listener = listener;
    this.files = new SealedFolder(folder, SUFFIX, LARGEST_FILE, limit, writer);
  }

  /** The folder itself. */
  Path path() {
    return folder;
  }

  /** What is kept for a module; an empty store if nothing is, or if it is of no use. */
  public ClassStore load(StoreKey key) {
    String name = name(key);
    try {
      ClassStore found = ClassStore.read(files.read(name), key);
      files.touch(name);
      return found;
    } catch (NoSuchFileException e) {
      return ClassStore.EMPTY;
    } catch (UnfitStoreException e) {
      listener.ignored(files.file(name).toString(), e.getMessage());
    } catch (IOException e) {
      listener.ignored(files.file(name).toString(), e.toString());
    }
    return ClassStore.EMPTY;
  }

  /** Adds classes to what is kept for a module. */
  public void save(StoreKey key, ClassStore added) {
    String name = name(key);
    try {
      files.require();
      // Not what was loaded: another process may have added to it since. Deflated, because a cold
      // JVM takes longer to see that the seal is right than to inflate.
      files.write(name, load(key).with(added).deflated().write(key));
      problem = null;
    } catch (UnfitStoreException e) {
      notKept(folder, e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      notKept(files.file(name), e.toString());
    }
  }

  private void notKept(Path where, String reason) {
    problem = where + ": " + reason;
    listener.ignored(where.toString(), reason);
  }

  /** Why nothing can be added now, or could not the last time; empty if it can. */
  Optional<String> problem() {
    return files.problem().or(() -> Optional.ofNullable(problem));
  }

  // People should see whose file it is; that it is the right one the key inside says.
  private static String name(StoreKey key) {
    String module = start(key.module().replaceAll("[^A-Za-z0-9._+-]", "_"), NAME_CHARACTERS);
    String digest = start(key.digest(), DIGEST_CHARACTERS);
    String code = start(key.code(), DIGEST_CHARACTERS);
    return module + "-" + digest + "-" + code;
  }

  private static String start(String text, int characters) {
    return text.substring(0, Math.min(text.length(), characters));
  }
}
