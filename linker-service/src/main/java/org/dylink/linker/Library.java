package org.dylink.linker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.DylinkSection;
import org.dylink.format.WasmModule;

/**
 * A module that can be linked: what a shared object is to ELF. Immutable; all programs share it.
 * Two libraries are the same only if they are the same object.
 */
public interface Library {
  /** Service property and capability attribute: the library's name. Also the namespace. */
  String NAMESPACE = "wasm.library";

  /** Service property: the names of the exported symbols, left out where there are over 1,000. */
  String SYMBOLS = "wasm.symbols";

  /** The name by which others need it, such as {@code libfoo.so}. */
  String name();

  /** Its version in OSGi form, such as {@code 1.2.13}. */
  String version();

  /** The bundle that it came in, as {@code symbolic.name 1.0.0}. */
  String origin();

  /** The bundle that it came in; empty for a library that is in none. */
  default Optional<Provenance> provenance() {
    return Optional.empty();
  }

  /** The attributes of its capability; empty for a library that has none. */
  default Map<String, Object> attributes() {
    return Map.of();
  }

  /** What is known of the module without an engine. */
  WasmModule module();

  /** Names of the libraries that it needs, in the order of the file. */
  default List<String> needed() {
    return module().dylink().map(DylinkSection::needed).orElse(List.of());
  }

  /** The symbols that it exports, in the order of the file. */
  default List<Symbol> symbols() {
    return Symbol.exportedBy(module());
  }
}
