package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of files that are run: only those are believed that are the user's own and sealed with
 * the folder's key. Other processes may use it at the same time: files come whole, by a move, and
 * who comes last wins.
 */
public final class SealedFolder {
  private final Path folder;
  private final String suffix;
  private final long largest;
  private final long limit;
  private final WholeFiles files;

  /**
   * @param folder is made when there is something to keep
   * @param suffix what the names of its files end in
   * @param largest bytes that a file may have
   * @param limit bytes that all of them together may have: those that nobody has asked for longest
   *     are the first to go
   */
  public SealedFolder(Path folder, String suffix, long largest, long limit) {
    this(folder, suffix, largest, limit, Files::write);
  }

  SealedFolder(Path folder, String suffix, long largest, long limit, WholeFiles.Writer writer) {
    this.folder = folder;
    this.suffix = suffix;
    this.largest = largest;
    this.limit = limit;
    this.files = new WholeFiles(writer);
  }

  /** Where a file of that name is. */
  public Path file(String name) {
    return folder.resolve(name + suffix);
  }

  /**
   * The contents of a file.
   *
   * @throws NoSuchFileException if it is not there
   * @throws UnfitStoreException if others may have written it
   */
  public byte[] read(String name) throws IOException, UnfitStoreException {
    Path file = file(name);
    OwnFiles.checkFolder(folder);
    OwnFiles.checkFile(file);
    if (Files.size(file) > largest) {
      throw new UnfitStoreException("larger than " + largest + " bytes");
    }
    return FolderKey.read(folder).open(Files.readAllBytes(file));
  }

  /** Notes that a file is of use. */
  public void touch(String name) throws IOException {
    Files.setLastModifiedTime(file(name), FileTime.from(Instant.now()));
  }

  /**
   * Makes the folder if need be.
   *
   * @throws UnfitStoreException if others may write there
   */
  public void require() throws IOException, UnfitStoreException {
    OwnFiles.makeFolder(folder);
    OwnFiles.checkFolder(folder);
  }

  /**
   * Why nothing could be kept here now, with the folder in front; empty if it could, as far as that
   * can be seen without writing.
   */
  public Optional<String> problem() {
    return FolderOutlook.problem(folder, each -> Files.getFileStore(each).getUsableSpace());
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws UnfitStoreException if others may write there
   */
  public void write(String name, byte[] contents) throws IOException, UnfitStoreException {
    require();
    FolderKey secret = FolderKey.readOrMake(folder, files);
    files.put(file(name), secret.seal(contents));
    FolderLimit.apply(folder, suffix, limit);
  }

  /** The names of the files that are there, with the prefix, sorted. */
  public List<String> names(String prefix) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
