package org.dylink.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.CommandName;
import org.dylink.toolchain.ClangSearch;
import org.dylink.toolchain.CompilerCall;
import org.dylink.toolchain.Driver;
import org.dylink.toolchain.Sysroot;
import org.dylink.toolchain.ToolchainException;

/** {@code dylink cc}: clang with the flags that it needs here. No framework is started for it. */
final class CompilerProcess {
  private final CompilerCall call;

  private CompilerProcess(CompilerCall call) {
    this.call = call;
  }

  static CompilerProcess of(Arguments arguments) {
    boolean cxx = arguments.command() == CommandName.CXX;
    return new CompilerProcess(new CompilerCall(arguments.operands(), cxx));
  }

  /**
   * Runs it to its end.
   *
   * @return clang's exit code
   * @throws LaunchException if there is no clang that will do
   * @throws IOException if it does not start
   */
  int run(Launch launch) throws LaunchException, IOException {
    Process process =
        new ProcessBuilder(line())
            .directory(launch.folder().toFile())
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread errors = new Thread(() -> copy(process.getErrorStream(), launch.err()), "stderr of cc");
    errors.start();
    copy(process.getInputStream(), launch.out());
    try {
      errors.join();
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new LaunchException("interrupted");
    }
  }

  private List<String> line() throws LaunchException {
    return call.line(driver());
  }

  /** The clang that is there, with what it compiles against. */
  static Driver driver() throws LaunchException {
    try {
      Map<String, String> environment = System.getenv();
      Path home = Path.of(System.getProperty("user.home"));
      return new Driver(ClangSearch.find(environment), Sysroot.unpacked(environment, home));
    } catch (ToolchainException e) {
      throw new LaunchException(e.getMessage());
    }
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
