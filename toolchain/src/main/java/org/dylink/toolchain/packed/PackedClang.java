package org.dylink.toolchain.packed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.ToolStreams;
import org.dylink.toolchain.ToolchainException;
import org.dylink.toolchain.UserCache;

/**
 * Clang and wasm-ld as a program of WebAssembly, out of the jar {@code org.dylink.clang}. The first
 * command starts a process of Java's, all later ones of this JVM find it warm; after five minutes
 * without one it ends, and the next starts another.
 */
public final class PackedClang implements Clang, AutoCloseable {
  /** How the jar's name begins, in a folder as in a repository. */
  public static final String ARTIFACT = "org.dylink.clang";

  private static final byte[] NO_INPUT = {};
  // A process is a good deal to start, and lasts as long as this JVM, unless nobody wants it.
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Map<Path, PackedClang> SHARED = new ConcurrentHashMap<>();

  private final Path folder;
  private final int version;
  private final Worker worker;

  private PackedClang(Path folder, int version, Duration idle) {
    this.folder = folder;
    this.version = version;
    this.worker = new Worker(path(), idle);
  }

  /**
   * Unpacks it once into the folder for what Dylink keeps, as the sysroot.
   *
   * @param jar the artifact
   * @param environment variables of the process
   * @param home the user's home folder
   * @return the same for the same jar, as long as it is not closed
   * @throws ToolchainException if it is no such jar, or the folder cannot be written to
   */
  public static PackedClang of(Path jar, Map<String, String> environment, Path home)
      throws ToolchainException {
    return of(jar, environment, home, IDLE);
  }

  /**
   * As the other, but for how long its process waits for the next command.
   *
   * @param idle counts for the first who asks for the jar
   */
  static PackedClang of(Path jar, Map<String, String> environment, Path home, Duration idle)
      throws ToolchainException {
    UserCache cache = UserCache.of(environment, home);
    try {
      Path folder = PackedFiles.of(jar, cache);
      int version = Integer.parseInt(Files.readString(folder.resolve("version.txt")).strip());
      return SHARED.computeIfAbsent(folder, key -> new PackedClang(key, version, idle));
    } catch (IOException | NumberFormatException e) {
      throw new ToolchainException("clang in " + jar + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Path path() {
    return folder.resolve("llvm.wasm");
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public List<String> linkFlags() {
    return List.of(); // both are in one file
  }

  @Override
  public int run(List<String> line, Path from, ToolStreams streams) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("-resource-dir=" + GuestPaths.of(folder.resolve("resources")));
    line.stream().skip(1).map(GuestPaths::ofArgument).forEach(arguments::add);
    ToolReply reply = worker.ask(GuestPaths.of(from), arguments, input(line, streams));
    reply.copyTo(streams);
    return reply.code();
  }

  private static byte[] input(List<String> line, ToolStreams streams) throws IOException {
    return streams.hasInput() && line.contains("-") ? System.in.readAllBytes() : NO_INPUT;
  }

  /** Ends its process; the next command starts another one. */
  @Override
  public void close() {
    worker.close();
  }
}
