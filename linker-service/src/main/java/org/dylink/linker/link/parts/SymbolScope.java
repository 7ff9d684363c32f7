package org.dylink.linker.link.parts;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Where symbols are searched: libraries in load order, the first definition wins (ELF). The global
 * scope has main, what came with it and what was opened with RTLD_GLOBAL; a library that is opened
 * later sees the global scope first, then itself and what it needs.
 */
public final class SymbolScope {
  private final List<Place> global;
  private final List<Place> local;

  /**
   * @param global its later additions count too
   */
  public SymbolScope(List<Place> global, List<Place> local) {
    this.global = global;
    this.local = new CopyOnWriteArrayList<>(local);
  }

  /** The global scope alone. */
  public SymbolScope(List<Place> global) {
    this(global, List.of());
  }

  /** Leaves out libraries that are unloaded; the global scope does it for itself. */
  public void forget(Set<Place> gone) {
    local.removeAll(gone);
  }

  /**
   * In search order, looked at as far as somebody searches; one that has become global stands there
   * twice. Of many libraries most searches see the first ones only.
   */
  public Stream<Place> search() {
    return Stream.concat(global.stream(), local.stream());
  }

  /** In search order, each once. */
  public List<Place> places() {
    return search().distinct().toList();
  }

  /** The names of the searched libraries, for messages. */
  public String searched() {
    return places().stream().map(Place::name).collect(joining(", "));
  }
}
