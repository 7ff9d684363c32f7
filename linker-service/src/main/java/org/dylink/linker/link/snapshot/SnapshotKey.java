package org.dylink.linker.link.snapshot;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.parts.Place;

/**
 * What programs have in common of which one can begin where another one was, whatever they are
 * granted.
 *
 * @param libraries in load order
 */
record SnapshotKey(
    List<Library> libraries,
    Engine engine,
    long stackSize,
    long maxMemory,
    boolean asksForMemory,
    long maxSlots) {
  static SnapshotKey of(LinkRequest request, Engine engine, List<Place> places) {
    return new SnapshotKey(
        places.stream().map(Place::library).toList(),
        engine,
        request.stackSize(),
        request.maxMemory(),
        request.asksForMemory(),
        request.maxSlots());
  }

  boolean has(Object part) {
    return engine == part || libraries.stream().anyMatch(each -> each == part);
  }
}
