package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;
import org.dylink.linker.TableRegion;
import org.dylink.linker.abi.AbiNames;

/**
 * Which function of a new library stands for which of the old: one of the same exported name, else
 * one of the same name in the file, else, in a file without names, the one that has its slot. All
 * of the same type: a pointer to a function of another type would trap in either.
 */
final class FunctionMatch {
  private final WasmModule before;
  private final WasmModule after;
  private final Map<Integer, Integer> indexes = new HashMap<>();

  FunctionMatch(WasmModule before, WasmModule after) {
    this.before = before;
    this.after = after;
    matchNames();
    matchExports();
  }

  private void matchExports() {
    for (Export export : before.exports()) {
      Optional<Export> next = after.export(export.name());
      if (export.type() instanceof FunctionType
          && isDefined(before, export.index())
          && next.isPresent()
          && next.get().type() instanceof FunctionType
          && isDefined(after, next.get().index())) {
        match(export.index(), next.get().index());
      }
    }
  }

  // Several files of C may have a static function of one name: the n-th stands for the n-th.
  private void matchNames() {
    Map<String, List<Integer>> old = named(before);
    Map<String, List<Integer>> next = named(after);
    old.forEach(
        (name, all) -> {
          List<Integer> others = next.getOrDefault(name, List.of());
          for (int i = 0; all.size() == others.size() && i < all.size(); i++) {
            match(all.get(i), others.get(i));
          }
        });
  }

  private static Map<String, List<Integer>> named(WasmModule module) {
    Map<String, List<Integer>> named = new HashMap<>();
    for (int i = imported(module); i < module.functionCount(); i++) {
      if (isNamed(module, i)) {
        named.computeIfAbsent(module.functionName(i), name -> new ArrayList<>()).add(i);
      }
    }
    return named;
  }

  private static int imported(WasmModule module) {
    return (int)
        module.imports().stream().filter(entry -> entry.type() instanceof FunctionType).count();
  }

  private static boolean isNamed(WasmModule module, int index) {
    return !module.functionName(index).equals("func[" + index + "]");
  }

  private static boolean isDefined(WasmModule module, int index) {
    return index >= imported(module);
  }

  private void match(int index, int next) {
    if (before.functionType(index).equals(after.functionType(next))
        && !isCalledByLinker(before.functionName(index))) {
      indexes.put(index, next);
    }
  }

  // Each library's own is called, while both are there.
  private static boolean isCalledByLinker(String name) {
    return AbiNames.isEntryPoint(name)
        || name.equals(AbiNames.SAVE)
        || name.equals(AbiNames.RESTORE);
  }

  /** Matches functions without names by their slots. */
  void matchSlots(TableRegion slots, InitialImage old, InitialImage next) {
    for (long slot = slots.first(); slot < slots.end(); slot++) {
      Optional<Integer> index = old.function((int) slot);
      Optional<Integer> other = next.function((int) slot);
      if (index.isPresent() && other.isPresent() && !isNamed(before, index.get())) {
        if (!isNamed(after, other.get()) && !indexes.containsKey(index.get())) {
          match(index.get(), other.get());
        }
      }
    }
  }

  /** Whether each slot has the function in both that stands for the one in the other. */
  boolean haveSameSlots(TableRegion slots, InitialImage old, InitialImage next) {
    for (long slot = slots.first(); slot < slots.end(); slot++) {
      Optional<Integer> expected = old.function((int) slot).map(indexes::get);
      if (!expected.equals(next.function((int) slot))) {
        return false;
      }
    }
    return true;
  }

  /** Indexes in the old module, and in the new. */
  Map<Integer, Integer> indexes() {
    return indexes;
  }
}
