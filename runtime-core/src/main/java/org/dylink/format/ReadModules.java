package org.dylink.format;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The modules that were read last. A file that becomes a bundle and then a library is read three
 * times, by three who need not trust each other; of the same bytes under the same name they get the
 * same module, and it is taken apart, looked through and kept once.
 */
final class ReadModules {
  private static final int KEPT = 8;

  private static final Deque<WeakReference<WasmModule>> LAST =
      new ArrayDeque<>(); // guarded by the class

  private ReadModules() {}

  /** The module, or null. */
  static synchronized WasmModule find(String name, ModuleBytes bytes) {
    for (WeakReference<WasmModule> each : LAST) {
      WasmModule module = each.get();
      if (module != null
          && module.name().equals(name)
          && Arrays.equals(module.bytes().array(), bytes.array())) {
        return module;
      }
    }
    return null;
  }

  static synchronized WasmModule note(WasmModule module) {
    if (LAST.size() == KEPT) {
      LAST.removeFirst();
    }
    LAST.add(new WeakReference<>(module));
    return module;
  }
}
