package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import org.dylink.headers.LibraryFileName;

/**
 * {@code -wasm-library: libz.so;version=1.2.13, plugins/*;version=2}: what the names of files and
 * bundle do not say.
 */
final class LibraryInstruction {
  static final String NAME = "-wasm-library";

  private final Analyzer analyzer;
  private final FileClauses clauses;

  LibraryInstruction(Analyzer analyzer) {
    this.analyzer = analyzer;
    Parameters all = new Parameters(analyzer.mergeProperties(NAME));
    this.clauses = new FileClauses(analyzer, NAME, all);
  }

  LibrarySettings settingsOf(String path) {
    Attrs clause = clauses.of(path).orElse(Attrs.EMPTY_ATTRS);
    LibraryFileName file = LibraryFileName.of(path);
    String version = file.version().orElseGet(this::bundleVersion);
    return new LibrarySettings(clause.get("name", file.library()), clause.get("version", version));
  }

  /** Warns of clauses that no file matched. */
  void reportUnused() {
    clauses.reportUnused();
  }

  private String bundleVersion() {
    String version = analyzer.getBundleVersion();
    return version == null ? "0" : Analyzer.cleanupVersion(version);
  }
}
