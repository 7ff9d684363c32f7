package org.dylink.clang;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.Library;
import org.dylink.linker.embed.Dylink;
import org.dylink.toolchain.Clang;
import org.dylink.toolchain.CompilerCall;
import org.dylink.toolchain.Driver;
import org.dylink.toolchain.Sysroot;
import org.dylink.toolchain.ToolStreams;
import org.dylink.toolchain.packed.LlvmProgram;

/**
 * Compiles the functions that clang calls when it compiles: of 133,398 some twenty thousand. Which
 * they are is found by compiling sources; a function that these do not need is compiled when it is
 * called.
 */
public final class ClassesMaker {
  private final BitSet called = new BitSet(); // guarded by itself
  private final Path folder;
  private final Path work;
  private final Library llvm;

  private ClassesMaker(Path folder, Path work, Library llvm) {
    this.folder = folder;
    this.work = work;
    this.llvm = llvm;
  }

  /**
   * Writes {@code llvm.wasm.jvm} beside {@code llvm.wasm}.
   *
   * @param arguments the folder that both are in, then sources of C and C++
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Path work = Files.createTempDirectory("dylink-clang-classes");
    try {
      Library llvm = Library.read(folder.resolve("llvm.wasm").toUri().toURL());
      ClassesMaker maker = new ClassesMaker(folder, work, llvm);
      maker.compileAll(List.of(arguments).subList(1, arguments.length));
      maker.write();
    } finally {
      delete(work);
    }
  }

  private void compileAll(List<String> sources) throws Exception {
    JvmEngine engine = new JvmEngine();
    engine.watch((module, function, nanos, bytes) -> note(function));
    try (Dylink dylink = Dylink.builder().engine(engine).build()) {
      Driver driver = new Driver(new Watched(new LlvmProgram(dylink, llvm)), sysroot());
      for (String source : sources) {
        compile(driver, source);
      }
    }
  }

  // Beside object files: libraries, programs, and the flags that builds use.
  private void compile(Driver driver, String source) throws IOException {
    String object = work.resolve("a.o").toString();
    String library = work.resolve("liba.so").toString();
    String program = work.resolve("a.wasm").toString();
    boolean cxx = !source.endsWith(".c");
    String rule = work.resolve("a.d").toString();
    run(driver, cxx, "-O2", "-Wall", "-MD", "-MF", rule, "-c", source, "-o", object);
    run(driver, cxx, "-O0", "-g", "-msimd128", "-c", source, "-o", object);
    run(driver, cxx, "-shared", object, "-o", library);
    run(driver, cxx, object, "-o", program);
  }

  private static void run(Driver driver, boolean cxx, String... arguments) throws IOException {
    List<String> line = new CompilerCall(List.of(arguments), cxx).line(driver);
    ToolStreams streams = new ToolStreams(false, System.out, System.err);
    int code = driver.clang().run(line, Path.of("").toAbsolutePath(), streams);
    if (code != 0) {
      throw new IOException("exit code " + code + ": " + line);
    }
  }

  private Sysroot sysroot() throws Exception {
    return Sysroot.unpacked(Map.of("DYLINK_CACHE", work.toString()), work);
  }

  private void note(int function) {
    synchronized (called) {
      called.set(function);
    }
  }

  private void write() throws Exception {
    byte[] classes = AheadOfTime.compile(llvm.module(), called::get);
    Files.write(folder.resolve("llvm.wasm" + AheadOfTime.SUFFIX), classes);
    System.out.printf(
        "%d of %d functions, %d bytes%n",
        called.cardinality(), llvm.module().functionCount(), classes.length);
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The clang that is looked on. */
  private final class Watched implements Clang {
    private final LlvmProgram program;

    Watched(LlvmProgram program) {
      this.program = program;
    }

    @Override
    public Path path() {
      return folder.resolve("llvm.wasm");
    }

    @Override
    public int version() {
      return 22;
    }

    @Override
    public List<String> linkFlags() {
      return List.of();
    }

    @Override
    public int run(List<String> line, Path from, ToolStreams streams) throws IOException {
      List<String> arguments = new ArrayList<>();
      arguments.add("-resource-dir=" + folder.resolve("resources"));
      arguments.addAll(line.subList(1, line.size()));
      OutputStream out = streams.out();
      try {
        return program.run(from.toString(), arguments, new byte[0], out, streams.err());
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
