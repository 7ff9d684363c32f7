package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Instruction;
import aQute.bnd.osgi.Instructions;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.headers.LibraryFileName;

/**
 * {@code -wasm-library: libz.so;version=1.2.13, plugins/*;version=2}: what the names of files and
 * bundle do not say. A clause is for the files whose path or name it matches, the first such clause
 * counts, and {@code *} stands for any text.
 */
final class LibraryInstruction {
  static final String NAME = "-wasm-library";

  private final Analyzer analyzer;
  private final Instructions clauses;
  private final Set<Instruction> used = new HashSet<>();

  LibraryInstruction(Analyzer analyzer) {
    this.analyzer = analyzer;
    this.clauses = new Instructions(analyzer.mergeProperties(NAME));
  }

  LibrarySettings settingsOf(String path) {
    Attrs clause = clauseFor(path);
    LibraryFileName file = LibraryFileName.of(path);
    String version = file.version().orElseGet(this::bundleVersion);
    return new LibrarySettings(clause.get("name", file.library()), clause.get("version", version));
  }

  /** Warns of clauses that no file matched: most likely a name is misspelt. */
  void reportUnused() {
    clauses.keySet().stream()
        .filter(clause -> !used.contains(clause))
        .forEach(clause -> analyzer.warning("%s: %s matches no library", NAME, clause));
  }

  private Attrs clauseFor(String path) {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    Instruction clause =
        clauses.keySet().stream()
            .filter(c -> Stream.of(path, fileName).anyMatch(c::matches))
            .findFirst()
            .orElse(null);
    used.add(clause);
    return clause == null ? Attrs.EMPTY_ATTRS : clauses.get(clause);
  }

  private String bundleVersion() {
    String version = analyzer.getBundleVersion();
    return version == null ? "0" : Analyzer.cleanupVersion(version);
  }
}
