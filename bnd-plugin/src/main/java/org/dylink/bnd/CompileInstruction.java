package org.dylink.bnd;

import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.EmbeddedResource;
import java.io.IOException;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.format.WasmModule;

/**
 * {@code -wasm-compile: libz.so, plugins/*}: the libraries that are compiled now, and not when they
 * are called first. What comes of it stands beside the library. The clause {@code native} is not
 * looked at here.
 */
final class CompileInstruction {
  static final String NAME = "-wasm-compile";

  private final Analyzer analyzer;
  private final FileClauses clauses;

  CompileInstruction(Analyzer analyzer) {
    this.analyzer = analyzer;
    Parameters all = new Parameters(analyzer.mergeProperties(NAME));
    all.remove(MachineCodeClause.WORD);
    this.clauses = new FileClauses(analyzer, NAME, all);
  }

  /** Compiles a library if a clause matches its path or name. */
  void apply(String path, WasmModule library) throws IOException {
    if (clauses.of(path).isEmpty()) {
      return;
    }
    try {
      byte[] classes = AheadOfTime.compile(library);
      analyzer.getJar().putResource(path + AheadOfTime.SUFFIX, new EmbeddedResource(classes, 0));
    } catch (InvalidModuleException e) {
      analyzer.error("%s: %s", path, withoutName(e.getMessage(), library));
    }
  }

  // The path says it already.
  private static String withoutName(String message, WasmModule library) {
    return message.substring((library.name() + ": ").length());
  }

  /** Warns of clauses that no file matched. */
  void reportUnused() {
    clauses.reportUnused();
  }
}
