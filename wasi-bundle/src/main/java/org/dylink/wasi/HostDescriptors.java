package org.dylink.wasi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the host's own descriptor behind a channel, which Java does not tell: Linux shows them all
 * under {@code /proc/self}, each with its position, and the channel's is where we put it.
 *
 * <p>With the number comes a path, {@code /proc/self/fd/N}, that means the open file or folder
 * itself, whatever has become of its name: {@code openat} and its kin for Java.
 */
final class HostDescriptors {
  private static final Path LINKS = Path.of("/proc/self/fd");
  private static final Path POSITIONS = Path.of("/proc/self/fdinfo");
  private static final boolean PRESENT = Files.isDirectory(LINKS) && Files.isDirectory(POSITIONS);

  // Positions that no file is read at by chance, and that all file systems take.
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << 29, 1 << 30));

  private static volatile int last;

  private HostDescriptors() {}

  /**
   * The path that means what a channel has open.
   *
   * @param channel whose position nobody uses
   * @return null if this host has no such path
   */
  static Path path(FileChannel channel) throws IOException {
    if (!PRESENT) {
      return null;
    }
    int mark = NEXT.getAndIncrement() & Integer.MAX_VALUE;
    if (!place(channel, mark)) {
      return null;
    }
    String number = Integer.toString(last);
    if (!isAt(number, mark)) {
      number = search(mark);
    }
    if (number == null) {
      return null;
    }
    last = Integer.parseInt(number);
    return LINKS.resolve(number);
  }

  private static boolean place(FileChannel channel, int mark) {
    try {
      channel.position(mark);
      return true;
    } catch (IOException e) {
      Border.stopIfInterrupted();
      return false; // a terminal
    }
  }

  private static String search(int mark) throws IOException {
    try (DirectoryStream<Path> numbers = Files.newDirectoryStream(POSITIONS)) {
      for (Path number : numbers) {
        String name = number.getFileName().toString();
        if (isAt(name, mark)) {
          return name;
        }
      }
    }
    return null;
  }

  private static boolean isAt(String number, int mark) {
    try {
      byte[] text = Files.readAllBytes(POSITIONS.resolve(number));
      return new String(text, StandardCharsets.US_ASCII).startsWith("pos:\t" + mark + "\n");
    } catch (IOException e) {
      Border.stopIfInterrupted();
      return false; // closed meanwhile
    }
  }
}
