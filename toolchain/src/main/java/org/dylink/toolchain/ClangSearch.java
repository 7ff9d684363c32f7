package org.dylink.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a clang: first in the wasi-sdk that {@code WASI_SDK_PATH} names, then on the {@code
 * PATH}, by its plain name and by those with a version ({@code clang-22}), the newest first.
 */
public final class ClangSearch {
  private static final int NEWEST = 40;
  private static final Pattern VERSION = Pattern.compile("clang version (\\d+)\\.");
  private static final String CURE =
      "install LLVM's clang and lld (Debian: clang-22 lld-22, Homebrew: llvm lld), or set"
          + " WASI_SDK_PATH to a wasi-sdk";

  private final List<Path> folders = new ArrayList<>();
  private final String suffix;
  private final List<String> refusals = new ArrayList<>();

  private ClangSearch(Map<String, String> environment, String suffix) {
    this.suffix = suffix;
    Optional.ofNullable(environment.get("WASI_SDK_PATH"))
        .filter(folder -> !folder.isEmpty())
        .ifPresent(folder -> add(folder + File.separator + "bin"));
    Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .forEach(this::add);
  }

  /**
   * The first that is new enough and compiles to WebAssembly.
   *
   * @param environment variables of the process; {@code PATH} and {@code WASI_SDK_PATH} count
   * @throws ToolchainException if there is none; says which were found, and why they do not do
   */
  public static FoundClang find(Map<String, String> environment) throws ToolchainException {
    return new ClangSearch(environment, File.separatorChar == '\\' ? ".exe" : "").find();
  }

  /**
   * One that is named.
   *
   * @param path the program, or a name to look for on the {@code PATH}
   * @throws ToolchainException if it is not there, too old, or for other machines only
   */
  public static FoundClang named(String path, Map<String, String> environment)
      throws ToolchainException {
    ClangSearch search = new ClangSearch(environment, "");
    Path given = Path.of(path);
    Optional<Path> program =
        given.getNameCount() == 1 && !given.isAbsolute()
            ? search.program(path)
            : Optional.of(given.toAbsolutePath()).filter(Files::isExecutable);
    return program.flatMap(search::check).orElseThrow(() -> search.refusal(path + " is not there"));
  }

  private FoundClang find() throws ToolchainException {
    Stream<String> names =
        IntStream.rangeClosed(0, NEWEST - FoundClang.OLDEST).mapToObj(i -> "clang-" + (NEWEST - i));
    return Stream.concat(Stream.of("clang"), names)
        .flatMap(name -> program(name + suffix).stream())
        .flatMap(program -> check(program).stream())
        .findFirst()
        .orElseThrow(() -> refusal("no clang is on the path"));
  }

  private ToolchainException refusal(String nothing) {
    String found = refusals.isEmpty() ? nothing : String.join("; ", refusals);
    return new ToolchainException(
        "no clang " + FoundClang.OLDEST + " or later for WebAssembly: " + found + ": " + CURE);
  }

  private void add(String folder) {
    try {
      folders.add(Path.of(folder).toAbsolutePath());
    } catch (InvalidPathException e) {
      // What is no path holds no program.
    }
  }

  private Optional<Path> program(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
        .findFirst();
  }

  /** What is wrong with one is kept for the message. */
  private Optional<FoundClang> check(Path program) {
    try {
      String said = ToolRun.output(List.of(program.toString(), "--version"));
      Matcher version = VERSION.matcher(said);
      if (!version.find()) {
        return refuse(program, "is no clang");
      }
      int major = Integer.parseInt(version.group(1));
      // Apple counts otherwise, but its clang has no WebAssembly either.
      if (major < FoundClang.OLDEST) {
        return refuse(program, "is version " + major);
      }
      return withLinker(program, major);
    } catch (IOException | NumberFormatException e) {
      return refuse(program, "does not start");
    }
  }

  private Optional<FoundClang> withLinker(Path program, int major) throws IOException {
    if (!ToolRun.output(List.of(program.toString(), "--print-targets")).contains("wasm32 ")) {
      return refuse(program, "does not compile to WebAssembly");
    }
    String told = ToolRun.output(List.of(program.toString(), "-print-prog-name=wasm-ld")).strip();
    Optional<Path> linker =
        Stream.of(told, "wasm-ld-" + major, "wasm-ld" + suffix)
            .flatMap(name -> linker(name).stream())
            .findFirst();
    return linker.isEmpty()
        ? refuse(program, "has no wasm-ld beside it or on the path")
        : Optional.of(new FoundClang(program, major, linker.get()));
  }

  private Optional<Path> linker(String name) {
    Path path = Path.of(name);
    return path.isAbsolute() ? Optional.of(path).filter(Files::isExecutable) : program(name);
  }

  private Optional<FoundClang> refuse(Path program, String why) {
    refusals.add(program + " " + why);
    return Optional.empty();
  }
}
