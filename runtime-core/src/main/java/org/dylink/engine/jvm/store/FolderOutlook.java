package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says before there is anything to keep whether a folder would take it, so that who runs a system
 * learns of it when it starts, and not when it ends. It looks, and makes nothing.
 */
final class FolderOutlook {
  // A disk that has less than that is full for whoever keeps a library's code.
  private static final long LEAST_ROOM = 1 << 16;

  /** Tells the bytes that are left on a folder's disk; a test's may be full. */
  interface Room {
    long of(Path folder) throws IOException;
  }

  private FolderOutlook() {}

  /** Why nothing could be kept in a folder; empty if it could, as far as that can be seen. */
  static Optional<String> problem(Path folder, Room room) {
    try {
      check(folder, room);
      return Optional.empty();
    } catch (UnfitStoreException e) {
      return Optional.of(folder + ": " + e.getMessage());
    } catch (IOException e) {
      return Optional.of(folder + ": " + e);
    }
  }

  private static void check(Path folder, Room room) throws IOException, UnfitStoreException {
    Path there = nearest(folder);
    boolean isMade = there.equals(folder);
    String place = isMade ? "" : there + ": ";
    if (!Files.isDirectory(there)) {
      throw new UnfitStoreException(place + "is no folder");
    }
    if (isMade) {
      OwnFiles.checkFolder(folder);
    }
    if (!Files.isWritable(there)) {
      throw new UnfitStoreException(place + "cannot be written to");
    }
    if (room.of(there) < LEAST_ROOM) {
      throw new UnfitStoreException(place + "the disk is full");
    }
  }

  /** The folder, or what it would be made in. A link that leads nowhere is there. */
  private static Path nearest(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return folder;
    }
    Path parent = folder.toAbsolutePath().getParent();
    return parent == null ? folder : nearest(parent);
  }
}
