package org.dylink.linker.link.image;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.CompiledModule.LateFunctions;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.link.bind.Initializer;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.ModuleRules;
import org.dylink.linker.link.parts.Occupant;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.resolve.Resolver;

/**
 * Libraries that come into a program together: at its start, or by one dlopen. The steps of a link
 * that are the same for both, in their order: resolve, compile, instantiate, make ready.
 */
public final class LinkBatch {
  private final ProgramImage image;
  private final List<Place> places;
  private final Initializer initializer;
  private final LinkTrace trace;

  /**
   * @param places in load order
   */
  public LinkBatch(ProgramImage image, List<Place> places) {
    this.image = image;
    this.places = places;
    this.trace = image.request().trace();
    this.initializer = new Initializer(image.main(), image.threads(), trace);
    places.forEach(place -> tell(place, () -> "loaded: " + place.library().origin()));
  }

  private void tell(Place place, Supplier<String> event) {
    if (trace != LinkTrace.NONE) {
      trace.step(place.name(), event.get());
    }
  }

  /** In load order. */
  public List<Place> places() {
    return places;
  }

  /** What everything is to be bound to; nothing is compiled or changed yet. */
  public Resolution resolve(boolean bindNow) throws LinkException {
    ModuleRules.check(places);
    return Resolver.of(places, image.outside(), bindNow).withoutProblems();
  }

  /** The same for a program's start, which has plain modules too. */
  public Resolution resolveAll(boolean bindNow) throws LinkException {
    ModuleRules.check(places);
    ModuleRules.checkEntryPoints(image.plain().inOrder());
    return Resolver.atStart(places, image.outside(), image.plain(), bindNow).withoutProblems();
  }

  public void compile() throws LinkException {
    for (Place place : places) {
      compile(place);
    }
  }

  /**
   * Compiles one.
   *
   * @throws TrapException if this thread is interrupted: whoever has lent it wants it back, as in a
   *     constructor
   */
  public void compile(Place place) throws LinkException {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrapException(TrapKind.STOPPED, "interrupted");
    }
    ModuleCache cache = image.context().modules();
    try {
      place.occupant().setCompiled(cache.compile(image.engine(), place.module()));
      trace.step(place.name(), "compiled");
    } catch (InvalidModuleException e) {
      throw problem(e.isUnsupported() ? Reason.UNSUPPORTED : Reason.MALFORMED, place, e);
    }
  }

  /** For messages of the engine's, which name the module themselves. */
  private static LinkException problem(Reason reason, Place place, Exception cause) {
    Problem problem = new Problem(reason, place.name(), "", "", cause.getMessage());
    return new LinkException(List.of(problem), cause);
  }

  /** Makes an instance of what its imports are bound to. */
  public void instantiate(Place place, InstanceLimits limits) throws LinkException {
    List<Extern> imports =
        image.engine().restoresInstances()
            ? instantiateLate(place, limits)
            : instantiateNow(place, limits);
    if (image.threads().areShared()) {
      Instance made = place.occupant().exports().instance();
      image.arrival().note(place, imports, made, image.resolution());
    }
  }

  private List<Extern> instantiateNow(Place place, InstanceLimits limits) throws LinkException {
    List<Extern> imports = image.binder().bind(place, image.resolution());
    setInstance(place, module -> module.instantiate(imports, limits));
    return imports;
  }

  private List<Extern> instantiateLate(Place place, InstanceLimits limits) throws LinkException {
    List<Extern> others = image.binder().bindOthers(place, image.resolution());
    LateFunctions functions = index -> image.binder().bindNow(place, index, image::resolution);
    setInstance(place, module -> module.instantiate(others, functions, limits));
    return others;
  }

  private void setInstance(Place place, Function<CompiledModule, Instance> maker)
      throws LinkException {
    Occupant occupant = place.occupant();
    try {
      occupant.setInstance(maker.apply(occupant.compiled()));
    } catch (EngineLimitException e) {
      throw problem(Reason.NO_SPACE, place, e);
    } catch (IllegalArgumentException e) {
      // What can be told before has been told; limits and globals only the engine compares.
      throw problem(Reason.TYPE_MISMATCH, place, e);
    }
    image.binder().callers().noteBound(place);
    tell(place, () -> "placed: data " + place.data() + ", slots " + place.slots());
  }

  /** Makes a plain module ready, which has a memory of its own, or none. */
  public void makePlainReady(Place place) throws LinkException {
    try {
      initializer.start(place);
    } catch (IllegalStateException e) {
      // The host's: it is asked for a memory that the program does not have yet.
      String detail = "start function called the host too early: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, place.name(), detail, e);
    }
    initializer.initializePlain(place);
  }

  /** Copies the segments of a main with its own memory, in which the others are placed. */
  public void copySegmentsOfMain() throws LinkException {
    initializer.copySegments(image.main());
  }

  /**
   * Makes instances work. Each step is done for all of them before the next one begins: start
   * functions look at addresses, and constructors at what another library's relocations write.
   */
  public void makeReady() throws LinkException {
    image.binder().bindSlots();
    copySegments();
    fillAddresses();
    startAll();
    noteTls();
    settleAddresses();
    initializer.initializeTls(places);
    tellBindings();
    initializer.applyRelocations(places);
    initializer.runConstructors(places);
  }

  private void copySegments() throws LinkException {
    for (Place place : places) {
      if (place != image.main() || place.occupant().isPositionIndependent()) {
        initializer.copySegments(place);
      }
    }
  }

  private void fillAddresses() throws LinkException {
    places.forEach(image.space()::noteAddresses);
    image.binder().fillOffsets();
  }

  private void startAll() throws LinkException {
    for (Place place : places) {
      initializer.start(place);
    }
  }

  // Where it lies, start functions have said.
  private void noteTls() throws LinkException {
    if (image.threads().areShared()) {
      for (Place place : places) {
        image.arrival().noteTls(place);
      }
    }
  }

  // Start functions may have put functions into the table, and known where thread-local data lies.
  private void settleAddresses() throws LinkException {
    places.forEach(image.space()::noteAddresses);
    image.binder().settleOffsets();
  }

  private void tellBindings() {
    ProgramBindings bindings = new ProgramBindings(image);
    places.forEach(place -> bindings.tell(place, trace));
    places.forEach(place -> trace.step(place.name(), "bound"));
  }
}
