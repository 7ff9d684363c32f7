package org.dylink.wasi;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.host.HostNames;

/** An open folder. */
final class OpenFolder extends OnDisk {
  private final byte[] grantedAs;
  private List<String> listing = List.of();

  /**
   * @param grantedAs the name under which the program was given it; null if it opened it itself
   */
  OpenFolder(Handle handle, byte[] grantedAs, long rights, long inheriting, int flags) {
    super(handle, Rights.FOLDER, rights, inheriting, flags);
    this.grantedAs = grantedAs;
  }

  /** The name under which the program was given it. */
  byte[] grantedAs() {
    if (grantedAs == null) {
      throw new ErrnoException(WasiErrno.BADF);
    }
    return grantedAs;
  }

  @Override
  int refusal(long missing) {
    if ((missing & Rights.FD_READ) != 0) {
      return WasiErrno.ISDIR;
    }
    return missing == Rights.FD_FILESTAT_SET_SIZE ? WasiErrno.INVAL : WasiErrno.BADF;
  }

  /**
   * The names in the folder, as they were at the last {@code refresh}. Kept between the calls that
   * read a folder piece by piece: a program that deletes what it reads would skip names otherwise.
   */
  synchronized List<String> names(boolean refresh) throws IOException {
    if (refresh || listing.isEmpty()) {
      listing = stat().links() == 0 ? List.of() : list(); // removed: not even "."
    }
    return listing;
  }

  private List<String> list() throws IOException {
    List<String> names = new ArrayList<>(List.of(".", ".."));
    try (Handle.Use use = handle().use();
        DirectoryStream<Path> entries = Files.newDirectoryStream(use.path())) {
      for (Path entry : entries) {
        names.add(HostNames.text(entry.getFileName()));
      }
    }
    return names;
  }
}
