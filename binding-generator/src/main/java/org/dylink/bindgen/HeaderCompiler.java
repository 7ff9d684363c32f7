package org.dylink.bindgen;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.bindgen.c.CHeader;
import org.dylink.bindgen.macro.MacroConstants;
import org.dylink.bindgen.macro.MacroProbe;
import org.dylink.bindgen.macro.Macros;
import org.dylink.bindgen.tree.HeaderFiles;
import org.dylink.bindgen.tree.HeaderReader;

/** What clang is asked of a header. For one thread. */
final class HeaderCompiler {
  private static final String TARGET = "--target=wasm32-wasip1";
  // Clang tells all errors that it finds; more rounds only take what it could not get past.
  private static final int MOST_ROUNDS = 20;

  /** Reads what clang has printed. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(BufferedReader text) throws IOException;
  }

  private final BindingsRequest request;
  private final ClangCommand clang;
  private final HeaderFiles files;

  HeaderCompiler(BindingsRequest request, ClangCommand clang, HeaderFiles files) {
    this.request = request;
    this.clang = clang;
    this.files = files;
  }

  /** Its macros. */
  Macros macros() throws BindingsException, IOException {
    List<String> arguments = arguments("-E", "-dD", header());
    return ask(arguments, StandardCharsets.ISO_8859_1, text -> Macros.read(text, files::has));
  }

  /** All else that it declares. */
  CHeader declarations() throws BindingsException, IOException {
    List<String> arguments = arguments("-fsyntax-only", "-Xclang", "-ast-dump=json", header());
    return ask(arguments, StandardCharsets.UTF_8, this::declarations);
  }

  private CHeader declarations(BufferedReader tree) throws IOException {
    try {
      return HeaderReader.read(tree, files);
    } catch (IOException e) {
      throw new IOException(
          "%s: clang's tree cannot be read: %s"
              .formatted(request.header().getFileName(), e.getMessage()),
          e);
    }
  }

  /**
   * The values of macros and of static variables that are constants: the header is compiled with a
   * variable for each.
   */
  MacroConstants constants(Macros macros, List<String> statics)
      throws BindingsException, IOException {
    MacroProbe probe = MacroProbe.of(macros).with(statics);
    for (int round = 1; !probe.isEmpty(); round++) {
      try {
        return constants(probe);
      } catch (BindingsException e) {
        Optional<MacroProbe> smaller = probe.without(e.getMessage());
        if (smaller.isEmpty() || round == MOST_ROUNDS) {
          throw e;
        }
        probe = smaller.get();
      }
    }
    return probe.constants(List.of());
  }

  private MacroConstants constants(MacroProbe probe) throws BindingsException, IOException {
    Path source = Files.createTempFile("dylink-constants", ".c");
    try {
      Files.writeString(source, probe.source());
      List<String> arguments =
          arguments("-include", header(), "-ferror-limit=0", "-O0", "-g0", "-S", "-emit-llvm");
      arguments.addAll(List.of("-o", "-", source.toString()));
      List<String> lines =
          ask(arguments, StandardCharsets.ISO_8859_1, text -> text.lines().toList());
      return probe.constants(lines);
    } finally {
      Files.delete(source);
    }
  }

  private <T> T ask(List<String> arguments, Charset charset, Reading<T> reading)
      throws BindingsException, IOException {
    Path output = Files.createTempFile("dylink-clang", ".txt");
    try {
      clang.run(arguments, output);
      try (BufferedReader text = Files.newBufferedReader(output, charset)) {
        return reading.read(text);
      }
    } finally {
      Files.delete(output);
    }
  }

  private String header() {
    return request.header().toString();
  }

  private List<String> arguments(String... what) {
    List<String> arguments = new ArrayList<>(List.of(TARGET, "-x", "c", "-w"));
    // Without it, wasi-libc's setjmp.h is an error.
    arguments.addAll(List.of("-mllvm", "-wasm-enable-sjlj"));
    arguments.addAll(request.flags());
    arguments.addAll(List.of(what));
    return arguments;
  }
}
