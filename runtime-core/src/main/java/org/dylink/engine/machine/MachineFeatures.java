package org.dylink.engine.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Lack;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;

/** What machine code is made for, and run: compiler and engine refuse the same modules. */
public final class MachineFeatures {
  /** Beyond WebAssembly 2.0. */
  public static final Set<Feature> ALL =
      Set.of(
          Feature.MULTI_MEMORY,
          Feature.MEMORY64,
          Feature.TAIL_CALL,
          Feature.SIMD,
          Feature.RELAXED_SIMD,
          Feature.EXCEPTIONS,
          Feature.LEGACY_EXCEPTIONS,
          Feature.ATOMICS,
          Feature.SHARED_MEMORY,
          Feature.FUNCTION_REFERENCES);

  /** How many parameters, or results, a function has at most, as in web browsers. */
  static final int MOST_VALUES = 1000;

  private MachineFeatures() {}

  /** What a module needs and machine code does not have. */
  public static List<Lack> lacks(WasmModule module) {
    List<Lack> lacks = new ArrayList<>(Lack.of(module, ALL));
    for (int i = 0; i < module.types().size(); i++) {
      if (module.types().isFunction(i) && isLarge(module.types().function(i))) {
        lacks.add(new Lack("functions of more than " + MOST_VALUES + " values", "type " + i));
        return lacks;
      }
    }
    return lacks;
  }

  private static boolean isLarge(FunctionType type) {
    return type.params().size() > MOST_VALUES || type.results().size() > MOST_VALUES;
  }
}
