package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Tells whether a folder and its files are the user's own, and nobody else may write them: what is
 * in them is run. Where files have no POSIX permissions nothing is known, and nothing refused.
 */
final class OwnFiles {
  private static final Path SELF = Path.of("/proc/self");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private OwnFiles() {}

  /**
   * Makes a folder that nobody else may look into, unless it is there.
   *
   * @throws UnfitStoreException if something else is in its place
   */
  static void makeFolder(Path folder) throws IOException, UnfitStoreException {
    try {
      if (isPosix()) {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createDirectories(folder);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UnfitStoreException("is no folder");
    }
  }

  /**
   * Checks a folder, to which a link may lead.
   *
   * @throws NoSuchFileException if it is not there
   * @throws UnfitStoreException if it is not only the user's
   */
  static void checkFolder(Path folder) throws IOException, UnfitStoreException {
    check(folder.toRealPath());
  }

  /**
   * Checks a file, which must not be a link, a pipe or a device.
   *
   * @throws NoSuchFileException if it is not there
   * @throws UnfitStoreException if it is none, or not only the user's
   */
  static void checkFile(Path file) throws IOException, UnfitStoreException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new UnfitStoreException("not a regular file");
      }
      throw new NoSuchFileException(file.toString());
    }
    check(file);
  }

  private static void check(Path path) throws IOException, UnfitStoreException {
    if (!isPosix()) {
      return;
    }
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (!attributes.owner().equals(user())) {
      throw new UnfitStoreException("belongs to " + attributes.owner().getName());
    } else if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new UnfitStoreException(
          "others may write it: " + PosixFilePermissions.toString(permissions));
    }
  }

  // A user without a name, as in many a container, has a process all the same.
  private static UserPrincipal user() throws IOException {
    return Files.exists(SELF)
        ? Files.getOwner(SELF)
        : FileSystems.getDefault()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
