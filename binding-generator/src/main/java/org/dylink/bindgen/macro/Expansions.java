package org.dylink.bindgen.macro;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dylink.bindgen.macro.Macros.Body;

/**
 * Tells of macros what the preprocessor would make of them, before it does: whether that may stand
 * as one expression among others, and how long it is. For one thread.
 *
 * <p>A macro that ends in an opening brace would take those behind it along, and forty macros that
 * each name the next one twice would take all memory.
 */
final class Expansions {
  private static final int LONGEST = 100_000; // words; C asks for far fewer
  private static final int DEEPEST = 200;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  // What begins or ends something else than an expression, or changes what comes behind.
  private static final Set<String> REFUSED = Set.of("{", "}", ";", "_Pragma", "__pragma");
  private static final Map<String, String> BRACKETS = Map.of(")", "(", "]", "[");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final List<String> DIGRAPHS = List.of("<%", "%>", "??");

  /**
   * What a macro becomes.
   *
   * @param words how many, at the most
   * @param copies how often it has each of its arguments, at the most
   * @param problem why it is no expression; empty if it may be one
   */
  private record Expansion(long words, long copies, String problem) {
    static final Expansion NOTHING_MORE = new Expansion(1, 1, "");

    static Expansion refused(String problem) {
      return new Expansion(1, 1, problem);
    }
  }

  private final Map<String, Body> bodies;
  private final Map<String, Expansion> known = new HashMap<>();
  private final Set<String> open = new HashSet<>(); // macros that are being looked at

  Expansions(Macros macros) {
    this.bodies = macros.bodies();
  }

  /** Why a macro is no expression; empty if it may be one. */
  Optional<String> problem(String macro) {
    return Optional.of(of(macro).problem()).filter(problem -> !problem.isEmpty());
  }

  private Expansion of(String macro) {
    if (known.containsKey(macro)) {
      return known.get(macro);
    } else if (open.contains(macro)) {
      return Expansion.NOTHING_MORE; // a macro is not replaced inside of itself: C11, 6.10.3.4
    } else if (open.size() == DEEPEST) {
      return Expansion.refused("a macro of macros of macros");
    }
    open.add(macro);
    Expansion expansion = of(bodies.get(macro));
    open.remove(macro);
    known.put(macro, expansion);
    return expansion;
  }

  private Expansion of(Body body) {
    String code = LITERAL.matcher(body.text()).replaceAll("");
    if (DIGRAPHS.stream().anyMatch(code::contains)) {
      return Expansion.refused(MacroProbe.NO_CONSTANT);
    }
    MacroTokens tokens = new MacroTokens(body.text());
    Map<String, Integer> uses = new HashMap<>();
    Deque<String> brackets = new ArrayDeque<>();
    long words = 0;
    long copies = 1;
    while (!tokens.isAtEnd()) {
      String token = tokens.next();
      if (REFUSED.contains(token) || !fits(token, brackets)) {
        return Expansion.refused(MacroProbe.NO_CONSTANT);
      }
      Expansion inner = bodies.containsKey(token) ? of(token) : Expansion.NOTHING_MORE;
      if (!inner.problem().isEmpty()) {
        return inner;
      }
      uses.merge(token, 1, Integer::sum);
      words += inner.words();
      copies *= inner.copies();
      // Each macro with parameters may hold all others: more than there is, and never less.
      if (words * copies > LONGEST) {
        return Expansion.refused("a macro of more than " + LONGEST + " words");
      }
    }
    return brackets.isEmpty()
        ? new Expansion(words * copies, copies * uses(body, uses), "")
        : Expansion.refused(MacroProbe.NO_CONSTANT);
  }

  private static boolean fits(String token, Deque<String> brackets) {
    if (BRACKETS.containsValue(token)) {
      brackets.push(token);
    } else if (BRACKETS.containsKey(token)) {
      return BRACKETS.get(token).equals(brackets.poll());
    }
    return true;
  }

  private static long uses(Body body, Map<String, Integer> uses) {
    return WORD.matcher(
            body.parameters() + (body.parameters().contains("...") ? " __VA_ARGS__" : ""))
        .results()
        .mapToLong(parameter -> uses.getOrDefault(parameter.group(), 0))
        .reduce(1, Math::max);
  }
}
