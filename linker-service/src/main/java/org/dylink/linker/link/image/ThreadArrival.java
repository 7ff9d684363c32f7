package org.dylink.linker.link.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.LateInstances;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.GlobalType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.bind.TlsTemplate;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;

/**
 * Gives a thread its own of a library when it first enters it: an instance over the same memory and
 * table, with globals of its own, and a TLS block.
 *
 * <p>The engine asks for it in the thread that enters, by whatever way: a pointer that another
 * thread has written, a slot, a symbol. So nobody waits for a thread to come by, and a library that
 * a thread never enters costs it nothing. Nothing here waits for another thread, or takes the lock
 * of dlopen: a constructor may wait for a thread that comes this way.
 */
public final class ThreadArrival implements LateInstances {
  private final Engine engine;
  private final Map<Place, LibraryPattern> patterns = new ConcurrentHashMap<>();
  private final Map<Instance, Place> places = new ConcurrentHashMap<>();
  private GuestThreads threads; // before there is one
  private AddressSpace space; // before there is a library

  ThreadArrival(Engine engine) {
    this.engine = engine;
  }

  /** Whose threads they are. */
  void setThreads(GuestThreads all) {
    threads = all;
  }

  /** Where TLS blocks lie. */
  void setSpace(AddressSpace addressSpace) {
    space = addressSpace;
  }

  /** Notes an instance that the current thread has made; others get theirs after it. */
  void note(Place place, List<Extern> imports, Instance instance, Resolution resolution) {
    patterns.put(place, new LibraryPattern(place, imports, resolution));
    places.put(instance, place);
    threads.current().libraries().enter(place, instance);
  }

  /**
   * Lets each thread have its own of another library in a place; the current one has it from here
   * on, others when they enter it. Their blocks stay.
   *
   * @param before the first instance of the library that stood there
   * @param instance made in the current thread, initialized and started
   * @throws LinkException NO_SPACE if the current thread cannot have a block; nothing has changed
   */
  public void replace(
      Place place, Instance before, List<Extern> imports, Instance instance, Resolution resolution)
      throws LinkException {
    LibraryPattern pattern = new LibraryPattern(place, imports, resolution);
    TlsTemplate.of(place).ifPresent(pattern::setTls);
    GuestThread current = threads.current();
    reserve(current, List.of(pattern));
    patterns.put(place, pattern);
    places.remove(before);
    places.put(instance, place);
    threads.all().forEach(thread -> thread.libraries().replace(place));
    current.libraries().enter(place, instance);
    initializeTls(current, pattern);
  }

  /** Notes where a library that has been started has put the current thread's TLS block. */
  public void noteTls(Place place) throws LinkException {
    TlsTemplate.of(place).ifPresent(patterns.get(place)::setTls);
    TlsTemplate.base(place)
        .ifPresent(base -> threads.current().libraries().setBlock(place, new DataRegion(base, 0)));
  }

  /** Where a thread's own variables of a library lie; empty if it has none of it. */
  Optional<DataRegion> block(GuestThread thread, Place place) {
    LibraryPattern pattern = patterns.get(place);
    return pattern == null
        ? Optional.empty()
        : pattern.tls().flatMap(tls -> block(thread, place, tls.size()));
  }

  private static Optional<DataRegion> block(GuestThread thread, Place place, long size) {
    return thread.libraries().block(place).map(found -> new DataRegion(found.address(), size));
  }

  void forget(Place place, Instance instance) {
    patterns.remove(place);
    places.remove(instance);
  }

  @Override
  public void enter(Instance instance) {
    enter(places.get(instance));
  }

  /** Lets the current thread have its own of a library, if it has not yet. */
  void enter(Place place) {
    GuestThread thread = threads.current();
    List<LibraryPattern> coming = coming(thread, place);
    try {
      reserve(thread, coming);
    } catch (LinkException e) {
      String detail = thread + " cannot enter " + e.getMessage();
      throw new TrapException(TrapKind.OUT_OF_MEMORY, detail, List.of(), e);
    }
    coming.forEach(pattern -> instantiate(thread, pattern));
    coming.forEach(pattern -> own(thread, pattern).start());
    coming.forEach(pattern -> initializeTls(thread, pattern));
  }

  /**
   * Reserves the TLS blocks that a thread which begins now may need, so that it fails before it
   * begins if there is no room.
   */
  public void reserveAll(GuestThread thread) throws LinkException {
    try {
      reserve(thread, patterns.values());
    } catch (LinkException e) {
      leave(thread);
      throw e;
    }
  }

  /** Takes back all that a thread had. */
  public void leave(GuestThread thread) {
    thread.control().end();
    thread.libraries().forgetAll().forEach(space::giveBack);
  }

  /** The library, and before it those that define what it imports and the thread has its own of. */
  private List<LibraryPattern> coming(GuestThread thread, Place place) {
    Set<LibraryPattern> coming = new LinkedHashSet<>();
    List<Place> next = new ArrayList<>(List.of(place));
    for (int i = 0; i < next.size(); i++) {
      if (thread.libraries().instance(next.get(i)).isEmpty()) {
        LibraryPattern pattern = pattern(next.get(i));
        if (coming.add(pattern)) {
          pattern.before().forEach(next::add);
        }
      }
    }
    List<LibraryPattern> definersFirst = new ArrayList<>(coming);
    Collections.reverse(definersFirst);
    return definersFirst;
  }

  private LibraryPattern pattern(Place place) {
    LibraryPattern pattern = place == null ? null : patterns.get(place);
    if (pattern == null) {
      String detail = (place == null ? "a library" : place) + " is entered after it was unloaded";
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, detail);
    }
    return pattern;
  }

  private void reserve(GuestThread thread, Iterable<LibraryPattern> patterns) throws LinkException {
    for (LibraryPattern pattern : patterns) {
      TlsTemplate tls = pattern.tls().orElse(null);
      Place place = pattern.place();
      if (tls != null && thread.libraries().block(place).isEmpty()) {
        DataRegion block = space.reserve(place.name(), tls.size(), tls.alignment());
        thread.libraries().setBlock(place, block);
      }
    }
  }

  private void instantiate(GuestThread thread, LibraryPattern pattern) {
    Instance first = pattern.place().occupant().exports().instance();
    Instance own = first.forThread(pattern.globals(bound -> ownGlobal(thread, bound)));
    thread.libraries().enter(pattern.place(), own);
    own.initialize();
  }

  private Global ownGlobal(GuestThread thread, Bound bound) {
    if (bound instanceof Definition found) {
      return newGlobal(Integer.toUnsignedLong(found.address(thread)));
    } else if (bound instanceof Bound.Plain plain) {
      return thread
          .libraries()
          .instance(plain.module())
          .flatMap(instance -> instance.export(plain.export().name()))
          .map(Global.class::cast)
          .orElseThrow(() -> new IllegalStateException("BUG: no " + plain));
    }
    return thread.stack().shared();
  }

  private void initializeTls(GuestThread thread, LibraryPattern pattern) {
    pattern
        .tls()
        .ifPresent(
            tls -> {
              Place place = pattern.place();
              long block = thread.libraries().block(place).orElseThrow().address();
              if (thread.libraries().takeKept(place)) {
                adopt(block, tls);
              } else {
                tls.initialize(block);
              }
            });
  }

  /** Makes a block the calling thread's whose values stay: of the library before. */
  private void adopt(long block, TlsTemplate tls) {
    byte[] values = new byte[(int) tls.size()];
    space.memory().read(block, values, 0, values.length);
    tls.initialize(block);
    space.memory().write(block, values, 0, values.length);
  }

  /** A stack pointer that is in no library. */
  Global newStackPointer() {
    return newGlobal(0);
  }

  private Global newGlobal(long pointer) {
    GlobalType type = Pointers.variable(space.memory().type().addressType());
    return engine.newGlobal(type, Pointers.value(type.value(), pointer));
  }

  private static Instance own(GuestThread thread, LibraryPattern pattern) {
    return thread.libraries().instance(pattern.place()).orElseThrow();
  }
}
