package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Instruction;
import aQute.bnd.osgi.Instructions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An instruction whose clauses are for files of the bundle: each for those whose path or name it
 * matches, the first such clause counts, and {@code *} stands for any text.
 */
final class FileClauses {
  private final Analyzer analyzer;
  private final String name;
  private final Instructions clauses;
  private final Set<Instruction> used = new HashSet<>();

  /**
   * @param name the instruction's
   */
  FileClauses(Analyzer analyzer, String name, Parameters clauses) {
    this.analyzer = analyzer;
    this.name = name;
    this.clauses = new Instructions(clauses);
  }

  /** What the clause for a file says; empty if there is none, or one that leaves the file out. */
  Optional<Attrs> of(String path) {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    Optional<Instruction> clause =
        clauses.keySet().stream()
            .filter(each -> Stream.of(path, fileName).anyMatch(each::matches))
            .findFirst();
    clause.ifPresent(used::add);
    return clause.filter(each -> !each.isNegated()).map(clauses::get);
  }

  /** Warns of clauses that no file matched: most likely a name is misspelt. */
  void reportUnused() {
    clauses.keySet().stream()
        .filter(clause -> !used.contains(clause))
        .forEach(clause -> analyzer.warning("%s: %s matches no library", name, clause));
  }
}
