package org.dylink.engine.endive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Lack;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** What Endive fails at in modules whose features it has otherwise. */
final class RuntimeLacks {
  /**
   * Endive looks for each import through all: these take it a second, ten times as many minutes.
   */
  private static final int MOST_IMPORTS = 10_000;

  private RuntimeLacks() {}

  /**
   * Whether Endive's atomic instructions work on this platform: it has memories in byte arrays, and
   * since JDK 23 views of those compare and set nothing.
   */
  static boolean hasAtomics() {
    return MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
        .isAccessModeSupported(VarHandle.AccessMode.COMPARE_AND_SET);
  }

  static List<Lack> of(WasmModule module) {
    List<Lack> lacks = new ArrayList<>();
    String fence = module.features().get(Feature.ATOMICS);
    if (fence != null && module.memories().isEmpty()) {
      lacks.add(new Lack("atomic.fence without a memory", fence));
    }
    if (module.imports().size() > MOST_IMPORTS) {
      String found = "there are " + module.imports().size();
      lacks.add(new Lack("more than " + MOST_IMPORTS + " imports", found));
    }
    // The compiler makes something of every type, whether a function has it or not.
    boolean hasVectors = module.types().functions().stream().anyMatch(RuntimeLacks::hasVectors);
    if (hasVectors && !module.features().containsKey(Feature.SIMD)) {
      lacks.add(new Lack(Feature.SIMD.toString(), "type section"));
    }
    return lacks;
  }

  private static boolean hasVectors(FunctionType type) {
    return type.params().contains(ValueType.V128) || type.results().contains(ValueType.V128);
  }
}
