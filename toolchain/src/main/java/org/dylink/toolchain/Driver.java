package org.dylink.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of clang, with the flags that a shared library and a program over it need. */
public final class Driver {
  // The linker gives each thread its own thread-local data by these. Each module of a program with
  // threads says how far the memory may grow, and the smallest number counts: that of libc.so.
  private static final List<String> THREADS =
      List.of(
          "-pthread",
          "-Wl,--max-memory=1073741824",
          "-Wl,--export-if-defined=__wasm_init_tls",
          "-Wl,--export-if-defined=__tls_base",
          "-Wl,--export-if-defined=__tls_size",
          "-Wl,--export-if-defined=__tls_align");
  // The program takes the memory that the linker of libraries made, and gives it back under the
  // name that WASI looks for; libc's start code finds main, with parameters and without, among the
  // exports.
  private static final List<String> PROGRAM =
      List.of(
          "-Wl,-pie",
          "-Wl,--import-memory",
          "-Wl,--export-memory",
          "-Wl,--export-if-defined=__main_argc_argv",
          "-Wl,--export-if-defined=__main_void");

  private final Clang clang;
  private final Sysroot sysroot;

  /** Compiles with the one against the other. */
  public Driver(Clang clang, Sysroot sysroot) {
    this.clang = clang;
    this.sysroot = sysroot;
  }

  /** The compiler. */
  public Clang clang() {
    return clang;
  }

  /** Where headers and libc.so are. */
  public Sysroot sysroot() {
    return sysroot;
  }

  /** What each command begins with. */
  List<String> start(boolean threads) {
    List<String> line = new ArrayList<>(List.of(clang.path().toString()));
    line.addAll(sysroot.flags(threads));
    return line;
  }

  /** Clang hides everything for this target: a library without the second flag exports nothing. */
  static List<String> forSource(Options options, Language language) {
    List<String> flags = new ArrayList<>(List.of("-fPIC", "-fvisibility=default"));
    if (options.threads()) {
      flags.add("-pthread");
    }
    if (options.simd()) {
      flags.add("-msimd128");
    }
    if (language == Language.CXX) {
      // Without it throw ends the program.
      flags.add("-fwasm-exceptions");
    }
    flags.addAll(options.compilerFlags());
    return flags;
  }

  /** Before the objects. */
  List<String> beforeObjects(Options options, boolean shared) {
    List<String> flags = new ArrayList<>(List.of("-nostartfiles", "-nodefaultlibs"));
    flags.addAll(clang.linkFlags());
    flags.add("-Wl,--experimental-pic");
    // The tags of exceptions come from the linker of libraries; wasm-ld sees none in libraries.
    flags.add("-Wl,--allow-undefined-file=" + sysroot.file("share/wasm-tags.txt"));
    flags.addAll(options.threads() ? THREADS : List.of());
    flags.addAll(shared ? List.of("-shared") : PROGRAM);
    flags.addAll(options.linkerFlags());
    return flags;
  }

  /**
   * After them. What a landing pad uses is thread-local: libunwind is in each library, so comes
   * first.
   */
  List<String> afterObjects(Options options, boolean shared, Language language) {
    List<String> flags = new ArrayList<>();
    if (!shared) {
      flags.add(sysroot.libraries(options.threads()).resolve("crt1-command.o").toString());
    }
    if (language == Language.CXX) {
      flags.addAll(List.of("-lunwind", "-lc++", "-lc++abi"));
    }
    flags.add("-lc");
    flags.add(sysroot.file("lib/libclang_rt.builtins-wasm32.a"));
    return flags;
  }

  /**
   * Compiles one source.
   *
   * @param dependencies where clang writes which files it has read, as a rule of make
   */
  List<String> compile(Path source, Path object, Path dependencies, Options options) {
    Language language = Language.of(source).orElse(Language.C);
    List<String> line = start(options.threads());
    line.add("-O2");
    line.addAll(forSource(options, language));
    line.addAll(List.of("-MD", "-MF", dependencies.toString()));
    line.addAll(List.of("-c", "-o", object.toString(), source.toString()));
    return line;
  }

  /**
   * Links objects.
   *
   * @param shared whether a library is made, and no program
   * @param inputs objects, then what they are linked with
   */
  List<String> link(
      Path output, boolean shared, List<String> inputs, Options options, Language language) {
    List<String> line = start(options.threads());
    line.addAll(beforeObjects(options, shared));
    line.addAll(List.of("-o", output.toString()));
    line.addAll(inputs);
    line.addAll(afterObjects(options, shared, language));
    return line;
  }
}
