package org.dylink.app.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.host.HostNames;

/**
 * A folder that the program may use.
 *
 * @param folder the folder on the host, absolute
 * @param guestName what the program calls it
 */
public record FolderGrant(Path folder, String guestName) {
  private static final String SEPARATOR = "::";

  static FolderGrant of(String text, Path base) throws UsageException {
    int separator = text.indexOf(SEPARATOR);
    String host = separator < 0 ? text : text.substring(0, separator);
    String guest = separator < 0 ? text : text.substring(separator + SEPARATOR.length());
    Path folder = HostNames.resolve(base, host);
    if (host.isEmpty() || guest.isEmpty()) {
      throw new UsageException(Option.FOLDER.form() + ": a name is empty in '" + text + "'");
    } else if (!Files.isDirectory(folder)) {
      throw new UsageException(Option.FOLDER.flag() + ": no such folder: " + host);
    }
    return new FolderGrant(folder, guest);
  }
}
