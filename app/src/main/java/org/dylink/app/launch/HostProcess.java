package org.dylink.app.launch;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.host.HostNames;

/**
 * What the system has given to this process, before Java has made strings and streams of it: those
 * lose bytes that the locale does not have, and errors.
 */
final class HostProcess {
  private static final String ENCODING = System.getProperty("sun.jnu.encoding", "UTF-8");
  private static final char LOST = '\ufffd';

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final Path WORKING_FOLDER = Path.of("/proc/self/cwd");

  private HostProcess() {}

  /**
   * The arguments, in the form of {@link HostNames}.
   *
   * @param decoded as the JVM has decoded them; they are all there is where Linux's are not
   */
  static List<String> arguments(String[] decoded) {
    if (Arrays.stream(decoded).allMatch(HostProcess::isWhole)) {
      return List.of(decoded);
    }
    try {
      List<byte[]> all = words(Files.readAllBytes(COMMAND_LINE));
      List<byte[]> ours = all.subList(Math.max(0, all.size() - decoded.length), all.size());
      return isSame(ours, decoded) ? ours.stream().map(HostNames::text).toList() : List.of(decoded);
    } catch (IOException e) {
      return List.of(decoded);
    }
  }

  private static boolean isWhole(String argument) {
    return ENCODING.equalsIgnoreCase("UTF-8")
        ? argument.indexOf(LOST) < 0
        : argument.chars().allMatch(letter -> letter < 0x80);
  }

  private static List<byte[]> words(byte[] line) {
    List<byte[]> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length; i++) {
      if (line[i] == 0) {
        words.add(Arrays.copyOfRange(line, start, i));
        start = i + 1;
      }
    }
    return words;
  }

  // Whoever starts the JVM by other means than its launcher has another command line.
  private static boolean isSame(List<byte[]> words, String[] decoded) {
    Charset charset = Charset.forName(ENCODING);
    return Arrays.equals(words.stream().map(word -> new String(word, charset)).toArray(), decoded);
  }

  /**
   * The working folder. Where the locale does not have its name, {@code user.dir} leads nowhere,
   * and classes of the JDK do not come up that look at it: then it is set to one that leads there.
   */
  static Path folder() {
    if (System.getProperty("user.dir").indexOf(LOST) < 0) {
      return Path.of("").toAbsolutePath();
    }
    System.setProperty("user.dir", WORKING_FOLDER.toString());
    try {
      return WORKING_FOLDER.toRealPath();
    } catch (IOException e) {
      return WORKING_FOLDER;
    }
  }

  /** Standard input, of which nothing is read ahead. */
  static InputStream in() {
    return isOfJvm(0) ? new ClosedInput() : new FileInputStream(FileDescriptor.in);
  }

  static OutputStream out() {
    return new FileOutputStream(FileDescriptor.out);
  }

  static OutputStream err() {
    return new FileOutputStream(FileDescriptor.err);
  }

  // The JVM's first file gets the number of a stream that is closed. It is open for reading only.
  private static boolean isOfJvm(int descriptor) {
    try {
      Path file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return file.startsWith(Path.of(System.getProperty("java.home")).toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static final class ClosedInput extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Bad file descriptor");
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      return read();
    }
  }
}
