package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.EmbeddedResource;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.dylink.bnd.LibrariesAtHand.Closure;
import org.dylink.format.WasmModule;

/**
 * {@code -wasm-prelink: bin/app.wasm;stackSize=65536}: the mains whose programs begin in an image,
 * which stands beside them. It is of the libraries of the bundle and of its build path; in a
 * framework with others it is ignored.
 */
final class PrelinkInstruction {
  static final String NAME = "-wasm-prelink";
  private static final String SUFFIX = ".image";
  private static final String STACK = "stackSize";
  private static final String MEMORY = "maxMemory";

  private final Analyzer analyzer;
  private final FileClauses clauses;
  private final LibrariesAtHand libraries;
  private final Optional<ImageMaker> maker;

  PrelinkInstruction(Analyzer analyzer, Collection<WasmModule> own) {
    this.analyzer = analyzer;
    Parameters all = new Parameters(analyzer.mergeProperties(NAME));
    this.clauses = new FileClauses(analyzer, NAME, all);
    this.libraries = new LibrariesAtHand(analyzer, own);
    this.maker = all.isEmpty() ? Optional.empty() : maker();
    if (!all.isEmpty() && maker.isEmpty()) {
      analyzer.error(
          "%s: no linker: org.dylink.bnd.check has it, in the place of org.dylink.bnd", NAME);
    }
  }

  private static Optional<ImageMaker> maker() {
    ClassLoader loader = PrelinkInstruction.class.getClassLoader();
    return ServiceLoader.load(ImageMaker.class, loader).findFirst();
  }

  /** Makes the image of a main if a clause matches its path or name. */
  void apply(String path, WasmModule main) throws IOException {
    Optional<Attrs> clause = clauses.of(path);
    if (maker.isEmpty() || clause.isEmpty()) {
      return;
    }
    try {
      byte[] image = maker.get().make(allOf(main), limits(clause.get()));
      analyzer.getJar().putResource(path + SUFFIX, new EmbeddedResource(image, 0));
    } catch (NoImageException e) {
      analyzer.error("%s: %s: %s", NAME, path, e.getMessage());
    }
  }

  private List<WasmModule> allOf(WasmModule main) throws IOException, NoImageException {
    Closure closure = libraries.closure(main);
    if (!closure.missing().isEmpty()) {
      throw new NoImageException(
          String.join(", ", closure.missing()) + " is neither in the bundle nor on the build path");
    }
    return closure.modules();
  }

  private static ImageLimits limits(Attrs clause) throws NoImageException {
    return new ImageLimits(number(clause, STACK), number(clause, MEMORY));
  }

  private static OptionalLong number(Attrs clause, String attribute) throws NoImageException {
    String text = clause.get(attribute);
    try {
      return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      throw new NoImageException(attribute + ": expected a number of bytes, found " + text);
    }
  }

  /** Warns of clauses that no file matched. */
  void reportUnused() {
    clauses.reportUnused();
  }
}
