package org.dylink.bnd;

import java.util.List;
import java.util.Optional;
import org.dylink.format.WasmModule;

/**
 * Holds interfaces with {@code @WasmLibrary} against their libraries when a bundle is built. Who
 * knows how interfaces are bound is built after this plugin, and found by {@code ServiceLoader}:
 * the artifact {@code org.dylink.bnd.check}. Implementations have a constructor without parameters.
 */
public interface InterfaceCheck {
  /**
   * What is wrong with an interface, in the words of binding.
   *
   * @param type its class, of which nothing is run
   * @param libraries its library, then all that this needs, in the order of a link
   * @throws LinkageError if a class that it needs is not there
   */
  Optional<String> problem(Class<?> type, List<WasmModule> libraries);
}
