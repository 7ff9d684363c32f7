package org.dylink.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A clang that is a program of this machine.
 *
 * @param path the program, absolute
 * @param version its major version, {@link #OLDEST} or later
 * @param linker the {@code wasm-ld} that fits it, absolute
 */
public record FoundClang(Path path, int version, Path linker) implements Clang {
  /** The first version that knows the target wasm32-wasip1. */
  public static final int OLDEST = 18;

  // From this version on clang can be told not to run any wasm-opt that it finds.
  private static final int SPARES_WASM_OPT = 19;

  @Override
  public List<String> linkFlags() {
    List<String> flags = new ArrayList<>(List.of("-fuse-ld=" + linker));
    if (version >= SPARES_WASM_OPT) {
      // It would take any wasm-opt that it finds, which may not know dylink.0.
      flags.add("--no-wasm-opt");
    }
    return flags;
  }

  @Override
  public int run(List<String> line, Path folder, ToolStreams streams) throws IOException {
    Process process = start(line, folder, streams);
    Thread errors = new Thread(() -> copy(process.getErrorStream(), streams.err()), "clang-stderr");
    try {
      if (!streams.hasInput()) {
        process.getOutputStream().close();
      }
      errors.start();
      copy(process.getInputStream(), streams.out());
      errors.join();
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + path, e);
    } finally {
      process.destroy();
    }
  }

  private static Process start(List<String> line, Path folder, ToolStreams streams)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    if (streams.hasInput()) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    return builder.redirectErrorStream(streams.out() == streams.err()).start();
  }

  private static void copy(InputStream from, OutputStream to) {
    try (from) {
      from.transferTo(to);
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
