package org.dylink.wasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dylink.engine.host.Guest;
import run.endive.wasi.WasiOptions;
import run.endive.wasi.WasiPreview1;

/**
 * What the calls of one program share.
 *
 * @param endive does the work, where it does it right
 * @param memory the program's memory
 * @param files what is open
 */
record WasiState(WasiPreview1 endive, GuestMemory memory, OpenFiles files) {
  /** The standard streams; folders follow. */
  private static final int STREAMS = 3;

  /**
   * @throws IllegalArgumentException if a granted folder is not a folder
   * @throws UncheckedIOException if it cannot be looked at
   */
  static WasiState of(Guest guest) {
    OpenFiles files = new OpenFiles();
    WasiOptions.Builder options = WasiOptions.builder();
    for (int stream = 0; stream < STREAMS; stream++) {
      files.put(stream, OpenFile.STREAM);
    }
    StandardStreams.give(guest, options);
    options.withArguments(guest.arguments());
    for (Map.Entry<String, String> variable : guest.environment().entrySet()) {
      options.withEnvironment(variable.getKey(), variable.getValue());
    }
    int descriptor = STREAMS;
    for (Map.Entry<String, Path> granted : guest.folders().entrySet()) {
      Path folder = realFolder(granted.getKey(), granted.getValue());
      options.withDirectory(granted.getKey(), folder);
      files.put(descriptor, open(folder));
      descriptor++;
    }
    WasiPreview1 endive =
        WasiPreview1.builder().withLogger(new NoLogger()).withOptions(options.build()).build();
    return new WasiState(endive, new GuestMemory(guest), files);
  }

  /** Closes all files; every file descriptor is bad afterwards. */
  void close() {
    for (int descriptor : files.descriptors()) {
      endive.fdClose(descriptor);
      files.remove(descriptor);
    }
  }

  // Links are resolved once, here: what a guest reaches is then compared with a real path.
  private static Path realFolder(String name, Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
      throw new IllegalArgumentException(
          WasiLibrary.MODULE_NAME + ": not a folder: " + folder + " (" + name + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(
          WasiLibrary.MODULE_NAME + ": folder not found: " + folder + " (" + name + ")", e);
    }
  }

  private static OpenFile open(Path folder) {
    try {
      return OpenFile.of(folder, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
