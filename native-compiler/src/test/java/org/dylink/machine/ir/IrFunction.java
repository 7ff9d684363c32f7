package org.dylink.machine.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function in a module's text.
 *
 * @param name as it is defined
 * @param blocks the lines of each block, the first one first
 * @param definitions what gives a name its value
 */
record IrFunction(String name, Map<String, List<String>> blocks, Map<String, String> definitions) {
  private static final Pattern FUNCTION =
      Pattern.compile("(?ms)^define [^\\n]*(@(?:f|in|out|own)\\d+)\\(.*?^}");
  private static final Pattern DEFINITION = Pattern.compile("(%\\w+) = (.*)");
  private static final Pattern BRANCH =
      Pattern.compile("br i1 (\\S+), label %(\\w+), label %(\\w+).*");
  private static final Pattern LABEL = Pattern.compile("label %(\\w+)");
  private static final Pattern OR = Pattern.compile("or i1 (\\S+), (\\S+)");

  /** The texts of all functions of the guest's, and of the ways in and out. */
  static List<String> texts(String module) {
    return FUNCTION.matcher(module).results().map(MatchResult::group).toList();
  }

  static IrFunction of(String text) {
    Matcher head = FUNCTION.matcher(text);
    if (!head.matches()) {
      throw new IllegalArgumentException(text);
    }
    IrFunction function = new IrFunction(head.group(1), new LinkedHashMap<>(), new HashMap<>());
    List<String> block = null;
    for (String each : text.lines().skip(1).toList()) {
      String line = each.strip();
      if (line.matches("\\w+:")) {
        block = new ArrayList<>();
        function.blocks.put(line.substring(0, line.length() - 1), block);
      } else if (block != null && !line.equals("}")) {
        block.add(line);
        Matcher definition = DEFINITION.matcher(line);
        if (definition.matches()) {
          function.definitions.put(definition.group(1), definition.group(2));
        }
      }
    }
    return function;
  }

  /** What gives a name its value; empty of parameters and constants. */
  String definition(String of) {
    return definitions.getOrDefault(of, "");
  }

  List<String> lines() {
    return blocks.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Of each block that can be reached: the conditions that did not hold, whatever way led there.
   */
  Map<String, Set<String>> refuted() {
    Map<String, Set<String>> refuted = new LinkedHashMap<>();
    Deque<String> changed = new ArrayDeque<>();
    String first = blocks.keySet().iterator().next();
    refuted.put(first, Set.of());
    changed.add(first);
    while (!changed.isEmpty()) {
      String block = changed.remove();
      edges(block)
          .forEach(
              (next, here) -> {
                Set<String> all = new HashSet<>(refuted.get(block));
                all.addAll(here);
                Set<String> before = refuted.get(next);
                if (before != null) {
                  all.retainAll(before);
                }
                if (!all.equals(before)) {
                  refuted.put(next, all);
                  changed.add(next);
                }
              });
    }
    return refuted;
  }

  // Where a block goes on, and what does not hold where it does.
  private Map<String, Set<String>> edges(String block) {
    List<String> lines = blocks.get(block);
    String last = lines.get(lines.size() - 1);
    Map<String, Set<String>> edges = new HashMap<>();
    Matcher branch = BRANCH.matcher(last);
    if (branch.matches() && !branch.group(2).equals(branch.group(3))) {
      edges.put(branch.group(2), Set.of());
      if (!branch.group(1).equals("true")) {
        Set<String> here = new HashSet<>();
        refute(branch.group(1), here);
        edges.put(branch.group(3), here);
      }
    } else if (last.startsWith("br ") || last.startsWith("switch ")) {
      Matcher label = LABEL.matcher(last);
      while (label.find()) {
        edges.put(label.group(1), Set.of());
      }
    }
    return edges;
  }

  private void refute(String condition, Set<String> refuted) {
    Matcher or = OR.matcher(definition(condition));
    if (or.matches()) {
      refute(or.group(1), refuted);
      refute(or.group(2), refuted);
    } else {
      refuted.add(definition(condition));
    }
  }
}
