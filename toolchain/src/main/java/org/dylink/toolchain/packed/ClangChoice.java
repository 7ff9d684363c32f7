package org.dylink.toolchain.packed;

import java.nio.file.Path;
import java.util.Map;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.ClangSearch;
import org.dylink.toolchain.ToolchainException;

/** Which clang is taken: the one that is named, else one of this machine, else the packed one. */
public final class ClangChoice {
  private static final String JAR = ".jar";

  private final Map<String, String> environment;
  private final Path home;

  /**
   * Prepares it.
   *
   * @param environment variables of the process
   * @param home the user's home folder
   */
  public ClangChoice(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /** Looks for the jar {@code org.dylink.clang}. */
  @FunctionalInterface
  public interface JarSearch {
    /**
     * Its path.
     *
     * @throws ToolchainException if it is nowhere, with where it was looked for
     */
    Path find() throws ToolchainException;
  }

  /**
   * The one that is named.
   *
   * @param name a program's path, or its name on the {@code PATH}; or the jar's path
   * @throws ToolchainException if it is not there, or will not do
   */
  public Clang named(String name) throws ToolchainException {
    return name.endsWith(JAR)
        ? PackedClang.of(Path.of(name), environment, home)
        : ClangSearch.named(name, environment);
  }

  /**
   * One of this machine; if there is none, the packed one.
   *
   * @throws ToolchainException if there is neither: with both ways to one
   */
  public Clang found(JarSearch jars) throws ToolchainException {
    try {
      return ClangSearch.find(environment);
    } catch (ToolchainException none) {
      return PackedClang.of(jar(jars, none), environment, home);
    }
  }

  private static Path jar(JarSearch jars, ToolchainException none) throws ToolchainException {
    try {
      return jars.find();
    } catch (ToolchainException e) {
      throw new ToolchainException(
          none.getMessage() + "; or take the packed one: " + e.getMessage(), e);
    }
  }
}
