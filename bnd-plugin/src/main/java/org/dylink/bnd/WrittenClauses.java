package org.dylink.bnd;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Processor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dylink.headers.LibraryHeaders;

/**
 * The capabilities and requirements that the bnd file writes itself. What they say stays and comes
 * first; ours complete them, or follow.
 */
final class WrittenClauses {
  private static final String VERSION = "version";
  private static final String PATH = "path";
  private static final String ABI = "abi";
  private static final String OBJECT_CLASS = "objectClass";
  private static final String HOST = "host"; // a library of Java functions is no file

  // What each filter of ours asks for first.
  private static final Pattern ASSERTION =
      Pattern.compile("\\((wasm\\.library|wasm\\.module|osgi\\.extender)=");

  // A backslash of a name is two in a filter, and four in a quoted string, whose escapes bnd leaves
  // as they are; a parenthesis that belongs to the name has two before it.
  private static final int ESCAPED = 4;

  private final Analyzer analyzer;
  private final Parameters provided;
  private final Parameters required;
  private final Map<String, Attrs> byPath = new HashMap<>();

  WrittenClauses(Analyzer analyzer) {
    this.analyzer = analyzer;
    this.provided = new Parameters(analyzer.getProperty(Constants.PROVIDE_CAPABILITY), analyzer);
    this.required = new Parameters(analyzer.getProperty(Constants.REQUIRE_CAPABILITY), analyzer);
  }

  /**
   * What is known of a file when the capability written for it, if there is one, has the last word.
   * A capability is for the file that its path names; without a path, for the library it names.
   *
   * @param known what is known without it
   */
  LibrarySettings settingsOf(String path, LibrarySettings known) {
    Optional<Attrs> written =
        clauses(provided, LibraryHeaders.NAMESPACE)
            .filter(clause -> path.equals(clause.get(PATH, path)))
            .filter(clause -> clause.containsKey(PATH) || known.name().equals(nameIn(clause)))
            .findFirst();
    written.ifPresent(clause -> byPath.put(path, clause));
    return new LibrarySettings(
        written.map(WrittenClauses::nameIn).orElse(known.name()),
        written.map(clause -> clause.get(VERSION)).orElse(known.version()));
  }

  /** Warns of capabilities for files that the bundle does not have. */
  void reportUnused() {
    clauses(provided, LibraryHeaders.NAMESPACE)
        .filter(clause -> !byPath.containsValue(clause) && !HOST.equals(clause.get(ABI)))
        .forEach(
            clause ->
                analyzer.warning(
                    "Provide-Capability: wasm.library=%s is for no file of the bundle",
                    nameIn(clause)));
  }

  /** Adds capabilities to the header: all of each, or what the bnd file left out. */
  void provide(List<String> clauses) {
    for (String clause : clauses) {
      new Parameters(clause, analyzer).forEach(this::provide);
    }
    write(Constants.PROVIDE_CAPABILITY, provided);
  }

  private void provide(String namespace, Attrs ours) {
    Attrs written = byPath.get(ours.get(PATH));
    if (written != null) {
      written.mergeWith(ours, false);
    } else if (clauses(provided, namespace).noneMatch(clause -> isSameService(clause, ours))) {
      provided.add(namespace, ours);
    }
  }

  private static boolean isSameService(Attrs clause, Attrs ours) {
    String type = ours.get(OBJECT_CLASS);
    return type != null && type.equals(clause.get(OBJECT_CLASS));
  }

  /** Adds requirements to the header, but not for what the bnd file requires in its own way. */
  void require(List<String> clauses) {
    for (String clause : clauses) {
      new Parameters(clause, analyzer).forEach(this::require);
    }
    write(Constants.REQUIRE_CAPABILITY, required);
  }

  private void require(String namespace, Attrs ours) {
    String asked = assertionIn(filterIn(ours));
    boolean isWritten =
        !asked.isEmpty() && clauses(required, namespace).anyMatch(c -> filterIn(c).contains(asked));
    if (!isWritten) {
      required.add(namespace, ours);
    }
  }

  /**
   * {@code (wasm.library=libz.so)}; empty if a filter asks for no library, import module or
   * extender.
   */
  private static String assertionIn(String filter) {
    Matcher start = ASSERTION.matcher(filter);
    if (!start.find()) {
      return "";
    }
    int end = start.end();
    for (int escapes = 0; filter.charAt(end) != ')' || escapes % ESCAPED != 0; end++) {
      escapes = filter.charAt(end) == '\\' ? escapes + 1 : 0;
    }
    return filter.substring(start.start(), end + 1);
  }

  // bnd marks a namespace that is there several times.
  private static Stream<Attrs> clauses(Parameters header, String namespace) {
    return header.entrySet().stream()
        .filter(clause -> Processor.removeDuplicateMarker(clause.getKey()).equals(namespace))
        .map(Map.Entry::getValue);
  }

  private static String nameIn(Attrs clause) {
    return clause.get(LibraryHeaders.NAMESPACE);
  }

  private static String filterIn(Attrs clause) {
    return clause.get(Constants.FILTER_DIRECTIVE, "");
  }

  private void write(String header, Parameters clauses) {
    if (!clauses.isEmpty()) {
      // bnd expands macros when it reads the property again: ${...} in a library's name is none.
      analyzer.setProperty(header, clauses.toString().replace("$", "\\$"));
    }
  }
}
