package org.dylink.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.format.Feature;
import org.dylink.format.WasmModule;

/**
 * Something that a module needs and an engine does not have.
 *
 * @param what in the words of messages: {@code vectors (simd)}, or a limit of the engine
 * @param where the first place that needs it, and what to do about it: {@code function sum: compile
 *     it without -msimd128}
 */
public record Lack(String what, String where) {
  /** What a module needs of the features that are not among some. */
  public static List<Lack> of(WasmModule module, Set<Feature> had) {
    List<Lack> lacks = new ArrayList<>();
    for (Map.Entry<Feature, String> used : module.features().entrySet()) {
      Feature feature = used.getKey();
      if (!had.contains(feature)) {
        String cure = feature.cure().isEmpty() ? "" : ": " + feature.cure();
        lacks.add(new Lack(feature.toString(), used.getValue() + cure));
      }
    }
    return lacks;
  }

  /**
   * The message, which follows the module's name: {@code needs vectors (simd), which engine jvm
   * lacks: function sum: compile it without -msimd128}.
   *
   * @param engines the names of those that lack it, at least one
   */
  public String message(List<String> engines) {
    boolean isOne = engines.size() == 1;
    String who = (isOne ? "engine " : "engines ") + String.join(", ", engines);
    return "needs " + what + ", which " + who + (isOne ? " lacks: " : " lack: ") + where;
  }
}
