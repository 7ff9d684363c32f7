package org.dylink.wasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostNames;

/**
 * What the calls of one program share.
 *
 * @param memory the program's memory
 * @param open its file descriptors
 * @param clocks those of the others start now
 * @param atStart the file descriptors that it began with
 */
record WasiState(
    GuestMemory memory,
    Descriptors open,
    Strings arguments,
    Strings environment,
    Clocks clocks,
    LinkTimes links,
    RandomBytes random,
    AtomicReference<Map<Integer, Descriptor>> atStart) {
  /**
   * @throws IllegalArgumentException if a granted folder is not a folder
   * @throws UncheckedIOException if it cannot be looked at
   */
  static WasiState of(Guest guest) {
    WasiState made =
        new WasiState(
            new GuestMemory(guest),
            new Descriptors(),
            new Strings(guest.arguments()),
            new Strings(
                guest.environment().entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList()),
            new Clocks(),
            new LinkTimes(),
            new RandomBytes(),
            new AtomicReference<>(Map.of()));
    StandardStreams.open(guest, made.open());
    try {
      for (Map.Entry<String, Path> granted : guest.folders().entrySet()) {
        made.open().add(folder(granted.getKey(), granted.getValue()));
      }
      made.atStart().set(made.open().all());
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  /** What is open in another way than at the start; empty if nothing is. */
  Optional<String> changed() {
    Map<Integer, Descriptor> now = open.all();
    Map<Integer, Descriptor> first = atStart.get();
    return Stream.concat(first.keySet().stream(), now.keySet().stream())
        .filter(number -> now.get(number) != first.get(number))
        .findFirst()
        .map(
            number ->
                "file descriptor "
                    + number
                    + (now.containsKey(number) ? " is open" : " was closed"));
  }

  /** Closes all files; every file descriptor is bad afterwards. */
  void close() {
    for (int number : open.numbers()) {
      try {
        open.close(number);
      } catch (IOException e) {
        // it is closed all the same
      }
    }
  }

  // Links are resolved once, here: later ones may not lead out of what is granted.
  private static OpenFolder folder(String name, Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new IllegalArgumentException(
            WasiLibrary.MODULE_NAME + ": not a folder: " + folder + " (" + name + ")");
      }
      byte[] bytes = HostNames.bytes(name);
      return new OpenFolder(Handle.folder(real), bytes, Rights.ALL, Rights.ALL, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          WasiLibrary.MODULE_NAME + ": folder not found: " + folder + " (" + name + ")", e);
    }
  }
}
