package org.dylink.bindgen.macro;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A source that has the value of each macro, or static variable, in a variable, so that clang tells
 * the values of all: compiled to LLVM's text, behind the header, it is what {@link ConstantReader}
 * reads. What is no constant is an error there, and is left out of the next one.
 *
 * @param names of the macros that are asked for, in the order of C, then of the variables
 * @param refused reasons, by the places of the others
 * @param macros how many of the names are macros
 */
public record MacroProbe(List<String> names, Map<Integer, String> refused, int macros) {
  static final String NO_CONSTANT = "a macro that is no constant";
  private static final String NO_STATIC = "a static variable that is no constant of Java's";
  static final String VALUE = "dylink_value_";
  static final String KIND = "dylink_kind_";

  // What clang calls the source in its messages.
  private static final String FILE = "dylink-macros";
  private static final Pattern PROBLEM = Pattern.compile("(?m)^" + FILE + ":(\\d+):");

  // What is another thing at each place, and so no constant.
  private static final List<String> PLACES =
      List.of(
          "__LINE__",
          "__FILE__",
          "__FILE_NAME__",
          "__BASE_FILE__",
          "__INCLUDE_LEVEL__",
          "__COUNTER__",
          "__DATE__",
          "__TIME__",
          "__TIMESTAMP__");
  private static final List<String> FUNCTIONS =
      List.of("__func__", "__FUNCTION__", "__PRETTY_FUNCTION__");

  private static final String KINDS =
      ("_Bool: %1$d, unsigned char: %2$d, unsigned short: %2$d, unsigned int: %2$d,"
              + " unsigned long: %2$d, unsigned long long: %2$d")
          .formatted(ConstantReader.TRUTH, ConstantReader.UNSIGNED);

  /** One for macros alone. */
  MacroProbe(List<String> names, Map<Integer, String> refused) {
    this(names, refused, names.size());
  }

  public MacroProbe {
    names = List.copyOf(names);
    refused = Map.copyOf(refused);
  }

  /** The source for the macros of the library's own headers, without those that are empty. */
  public static MacroProbe of(Macros macros) {
    Expansions expansions = new Expansions(macros);
    List<String> names =
        macros.own().stream().filter(name -> !macros.bodies().get(name).text().isEmpty()).toList();
    Map<Integer, String> refused = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      expansions.problem(names.get(i)).ifPresent(problem -> refused.put(place, problem));
    }
    return new MacroProbe(names, refused);
  }

  /**
   * The same, and static variables behind the macros.
   *
   * @param statics their names; a macro of such a name hides the variable
   */
  public MacroProbe with(List<String> statics) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(statics);
    return new MacroProbe(List.copyOf(all), refused, macros);
  }

  /** Whether there is nothing to ask for. */
  public boolean isEmpty() {
    return refused.size() == names.size();
  }

  /** The source: a macro a line, as messages count them. */
  public String source() {
    StringBuilder source = new StringBuilder();
    PLACES.forEach(name -> source.append("#undef ").append(name).append('\n'));
    FUNCTIONS.forEach(name -> source.append("#define " + name + " dylink_nowhere\n"));
    source.append("# 1 \"" + FILE + "\"\n");
    for (int i = 0; i < names.size(); i++) {
      source.append(refused.containsKey(i) ? "" : variables(i, names.get(i))).append('\n');
    }
    return source.toString();
  }

  /** One without parentheses, so that {@code 1, 2} is an error. */
  private static String variables(int place, String name) {
    return "__auto_type %s%d = %s; unsigned char %s%d = _Generic((%s), %s, default: 0);"
        .formatted(VALUE, place, name, KIND, place, name, KINDS);
  }

  /**
   * The same without the macros that clang has found to be no constants.
   *
   * @param messages what it said
   * @return empty if its messages name none of them
   */
  public Optional<MacroProbe> without(String messages) {
    Map<Integer, String> more = new TreeMap<>(refused);
    PROBLEM
        .matcher(messages)
        .results()
        .map(line -> Integer.parseInt(line.group(1)) - 1)
        .filter(place -> place < names.size())
        .forEach(place -> more.put(place, NO_CONSTANT));
    return more.size() == refused.size()
        ? Optional.empty()
        : Optional.of(new MacroProbe(names, more, macros));
  }

  private String reason(int place, String ofMacro) {
    return place < macros ? ofMacro : NO_STATIC;
  }

  /**
   * The constants.
   *
   * @param compiled the source, as LLVM's text
   */
  public MacroConstants constants(List<String> compiled) {
    ConstantReader reader = new ConstantReader(compiled);
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, String> leftOut = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (refused.containsKey(i)) {
        leftOut.put(name, reason(i, refused.get(i)));
        continue;
      }
      try {
        values.put(name, i < macros ? reader.value(i) : reader.value(i, name));
      } catch (NoConstantException e) {
        leftOut.put(name, reason(i, e.getMessage()));
      }
    }
    return new MacroConstants(values, leftOut);
  }
}
