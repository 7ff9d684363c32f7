package org.dylink.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dylink.app.options.Arguments;
import org.dylink.app.options.CommandName;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.CompilerCall;
import org.dylink.toolchain.Driver;
import org.dylink.toolchain.Sysroot;
import org.dylink.toolchain.ToolStreams;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.packed.ClangChoice;

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
    Driver driver = driver();
    List<String> line = call.line(driver);
    ToolStreams streams = new ToolStreams(true, launch.out(), launch.err());
    return driver.clang().run(line, launch.folder(), streams);
  }

  /** The clang that is there, with what it compiles against. */
  static Driver driver() throws LaunchException, IOException {
    try {
      Map<String, String> environment = System.getenv();
      Path home = Path.of(System.getProperty("user.home"));
      return new Driver(clang(environment, home), Sysroot.unpacked(environment, home));
    } catch (ToolchainException e) {
      throw new LaunchException(e.getMessage());
    }
  }

  private static Clang clang(Map<String, String> environment, Path home)
      throws ToolchainException, IOException {
    ClangChoice choice = new ClangChoice(environment, home);
    String named = environment.getOrDefault(PackedClangJar.VARIABLE, "");
    return named.isEmpty()
        ? choice.found(PackedClangJar.of(home, Launcher.version())::find)
        : choice.named(named);
  }
}
