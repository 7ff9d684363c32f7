package org.dylink.toolchain;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What a tool said and how it ended.
 *
 * @param code exit code
 * @param output both of its streams, in the order of time
 */
public record ToolRun(int code, String output) {
  static final Charset CHARSET = Charset.defaultCharset();

  /** What a program of this machine says, run without input. */
  static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), CHARSET);
      process.waitFor();
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command.get(0), e);
    } finally {
      process.destroy();
    }
  }
}
