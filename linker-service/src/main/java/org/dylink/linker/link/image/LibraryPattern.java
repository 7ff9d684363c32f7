package org.dylink.linker.link.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.bind.TlsTemplate;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolution;

/**
 * After what a thread gets its own of a library: the globals that the first instance imports, and
 * which of them each thread has to itself. Threads may share it.
 */
final class LibraryPattern {
  /** What a thread has in place of an imported global that is its own. */
  @FunctionalInterface
  interface OwnGlobals {
    Global of(Bound bound);
  }

  private final Place place;
  private final List<Global> globals = new ArrayList<>();
  private final Map<Integer, Bound> own = new HashMap<>(); // by the place in the list
  private volatile TlsTemplate tls; // null as long as it is not known, or if there is none

  /**
   * @param imports what the first instance imports, all of it or all but functions, in order
   */
  LibraryPattern(Place place, List<Extern> imports, Resolution resolution) {
    this.place = place;
    imports.stream().filter(Global.class::isInstance).forEach(each -> globals.add((Global) each));
    List<Bound> bounds = resolution.of(place);
    List<Import> entries = place.module().imports();
    int index = 0;
    for (int i = 0; i < bounds.size(); i++) {
      if (entries.get(i).type() instanceof GlobalType) {
        if (isOwn(entries.get(i), bounds.get(i))) {
          own.put(index, bounds.get(i));
        }
        index++;
      }
    }
  }

  private static boolean isOwn(Import entry, Bound bound) {
    boolean isThreadLocal =
        entry.module().equals(AbiNames.GOT_MEM)
            && bound instanceof Definition found
            && found.isThreadLocal();
    return isThreadLocal
        || bound == Bound.Own.STACK_POINTER
        || (bound instanceof Bound.Plain && isMutable(entry));
  }

  private static boolean isMutable(Import entry) {
    return entry.type() instanceof GlobalType global && global.mutable();
  }

  Place place() {
    return place;
  }

  Optional<TlsTemplate> tls() {
    return Optional.ofNullable(tls);
  }

  void setTls(TlsTemplate template) {
    tls = template;
  }

  /** The libraries that a thread must have entered before this one's imports are right. */
  Stream<Place> before() {
    return own.values().stream()
        .flatMap(
            bound ->
                bound instanceof Definition found
                    ? Stream.of(found.place())
                    : bound instanceof Bound.Plain plain
                        ? Stream.of(plain.module())
                        : Stream.empty());
  }

  /** What another thread's instance imports, in order. */
  List<Global> globals(OwnGlobals another) {
    List<Global> all = new ArrayList<>(globals);
    own.forEach((index, bound) -> all.set(index, another.of(bound)));
    return all;
  }
}
