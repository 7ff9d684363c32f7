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
  /**
   * Runs a command without input.
   *
   * @throws IOException if it cannot be started, or the thread is interrupted
   */
  public static ToolRun of(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return new ToolRun(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command.get(0), e);
    } finally {
      process.destroy();
    }
  }

  static String output(List<String> command) throws IOException {
    return of(command).output();
  }
}
