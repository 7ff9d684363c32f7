package org.dylink.linker.link.bind;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.DepthFirst;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.StackKeeper;
import org.dylink.linker.link.thread.StackPointers;

/**
 * Makes linked libraries ready: all data relocations first, because a constructor may read what
 * another library's relocations write; then constructors, dependencies first.
 */
public final class Initializer {
  private final Place main;
  private final GuestThreads threads;
  private final LinkTrace trace;

  public Initializer(Place main, GuestThreads threads, LinkTrace trace) {
    this.main = main;
    this.threads = threads;
    this.trace = trace;
  }

  /** Copies what the module format calls active segments; no guest code runs. */
  public void copySegments(Place place) throws LinkException {
    guard(place, "segments", StackPointers.NONE, instance(place)::initialize);
  }

  /** Runs what the module format calls the start function, after the segments are copied. */
  public void start(Place place) throws LinkException {
    guard(place, "start function", threads.stack(), instance(place)::start);
    place.occupant().enter(LinkState.STARTED);
  }

  /**
   * Lets the thread that loads them have its thread-local variables: only this call, and no start
   * function, writes the addresses in them. It comes before all that may use one.
   */
  public void initializeTls(List<Place> places) throws LinkException {
    for (Place place : places) {
      Optional<TlsTemplate> tls = TlsTemplate.of(place);
      Optional<Long> base = TlsTemplate.base(place);
      if (tls.isPresent() && base.isPresent()) {
        Runnable initializer = () -> tls.get().initialize(base.get());
        guard(place, "thread-local data", threads.stack(), initializer);
      }
    }
  }

  public void applyRelocations(List<Place> places) throws LinkException {
    for (Place place : places) {
      callIfExported(place, AbiNames.APPLY_DATA_RELOCS, "data relocations");
      callIfExported(place, AbiNames.APPLY_RELOCS, "data relocations");
      place.occupant().enter(LinkState.RELOCATED);
    }
  }

  public void runConstructors(List<Place> places) throws LinkException {
    for (Place place : DepthFirst.dependenciesFirst(places)) {
      // A command's _start runs main's constructors itself, and they must not run twice.
      if (place != main || !place.occupant().exportsFunction(AbiNames.START)) {
        runConstructors(place);
      }
      place.occupant().enter(LinkState.CONSTRUCTED);
    }
  }

  /** A plain reactor must be initialised before it is called; there is nothing to relocate. */
  public void initializePlain(Place place) throws LinkException {
    callIfExported(place, AbiNames.INITIALIZE, "constructors");
    place.occupant().enter(LinkState.CONSTRUCTED);
  }

  private void runConstructors(Place place) throws LinkException {
    boolean isReactor = place.occupant().exportsFunction(AbiNames.INITIALIZE);
    if (isReactor && place.occupant().exportsFunction(AbiNames.CALL_CTORS)) {
      throw LinkException.of(
          Reason.MALFORMED,
          place.name(),
          "exports both _initialize and __wasm_call_ctors: its constructors would run twice",
          null);
    }
    if (isReactor) {
      callIfExported(place, AbiNames.INITIALIZE, "constructors");
    } else if (place.occupant().exportsFunction(AbiNames.CALL_CTORS)) {
      callIfExported(place, AbiNames.CALL_CTORS, "constructors");
    } else if (place.module().hasOldDylink()) {
      callIfExported(place, AbiNames.POST_INSTANTIATE, "constructors");
    }
  }

  private void callIfExported(Place place, String name, String what) throws LinkException {
    if (place.occupant().exportsFunction(name)) {
      Function function = place.occupant().exports().function(name).orElseThrow();
      guard(place, what, threads.stack(), function::call);
      trace.step(place.name(), what + " run");
    }
  }

  private Instance instance(Place place) {
    return place.occupant().exports().instance();
  }

  private static void guard(Place place, String what, StackKeeper stack, Runnable code)
      throws LinkException {
    try {
      stack.call(
          () -> {
            code.run();
            return null;
          });
    } catch (TrapException e) {
      if (e.kind() == TrapKind.STOPPED) {
        throw e;
      }
      String detail = what + " trapped: " + e.summary();
      throw LinkException.of(Reason.INIT_FAILED, place.name(), detail, e);
    }
  }
}
