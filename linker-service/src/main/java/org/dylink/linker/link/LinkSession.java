package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.bind.Initializer;
import org.dylink.linker.link.bind.SymbolBinder;
import org.dylink.linker.link.dl.DynamicLoader;
import org.dylink.linker.link.image.LinkBatch;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.EngineSource;
import org.dylink.linker.link.load.EngineSource.Needed;
import org.dylink.linker.link.load.LibraryLoader;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.load.ModuleRules;
import org.dylink.linker.link.parts.HostThrow;
import org.dylink.linker.link.parts.NoHeap;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.resolve.Resolver;
import org.dylink.linker.link.resolve.TagOrder;
import org.dylink.linker.link.snapshot.KeptSnapshots;
import org.dylink.linker.link.snapshot.Restoration;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.space.AddressSpaceBuilder;
import org.dylink.linker.link.space.RegionPlacer;
import org.dylink.linker.link.spawn.ThreadFunctions;
import org.dylink.linker.link.spawn.Visitors;
import org.dylink.linker.link.thread.ProgramEnd;
import org.dylink.linker.link.thread.Watchdog;

/**
 * The recipe of a link, all or nothing. Nothing of a program is visible outside until the last step
 * is done.
 *
 * <ol>
 *   <li>{@link LibraryLoader} finds main, preloads and all that they need;
 *   <li>an {@link EngineSource} chooses who runs them;
 *   <li>{@link Resolver} decides what each import is bound to, and tells all problems;
 *   <li>{@link ModuleCache} has the code of each module, compiled once;
 *   <li>{@link AddressSpaceBuilder} makes the address space, in which {@link RegionPlacer} gives
 *       each library its part;
 *   <li>{@link SymbolBinder} makes of the resolution what instances import;
 *   <li>{@link Initializer} copies segments, applies relocations and runs constructors; or {@link
 *       Restoration} has all be as it was in another program.
 * </ol>
 *
 * <p>{@link LinkBatch} has those of the steps that dlopen takes too.
 */
public final class LinkSession {
  private final LinkRequest request;
  private final LinkContext context;
  private final long id;
  private final KeptSnapshots snapshots;
  private Restoration restoration; // null where a program begins as its modules say
  private boolean isOwnChoice; // nobody has asked for it
  private ProgramImage image;
  private Watchdog watchdog; // guarded by this until the link begins to run guest code
  private String stop; // guarded by this; null as long as nobody has stopped it

  /**
   * Prepares a link of a program of a kind that nobody has linked before.
   *
   * @param id the program's number
   */
  public LinkSession(LinkRequest request, LinkContext context, long id) {
    this(request, context, id, new KeptSnapshots());
  }

  /**
   * Prepares a link.
   *
   * @param id the program's number
   * @param snapshots of programs that were linked before, where this one may begin
   */
  public LinkSession(LinkRequest request, LinkContext context, long id, KeptSnapshots snapshots) {
    this.request = request;
    this.context = context;
    this.id = id;
    this.snapshots = snapshots;
  }

  /**
   * Lets the program begin where another one was, or not at all.
   *
   * @throws IllegalArgumentException if the snapshot is of another kind of linker
   */
  public LinkSession from(Snapshot snapshot) {
    restoration = new Restoration(snapshot);
    return this;
  }

  /**
   * Links the program.
   *
   * @throws LinkException if anything is wrong, or it was stopped meanwhile; nothing is left of it
   * @throws org.dylink.engine.TrapException if a constructor runs out of the program's time
   */
  public LinkedProgram link() throws LinkException {
    try {
      return linkOrLeaveNothing();
    } catch (OutOfMemoryError e) {
      throw NoHeap.of(request.main().name(), e);
    }
  }

  private LinkedProgram linkOrLeaveNothing() throws LinkException {
    List<Place> places = LibraryLoader.load(request, context);
    Engine engine = context.engines().choose(needed(places));
    if (restoration != null) {
      restoration.checkParts(request, engine, places);
      return link(places, engine);
    }
    restoration = snapshots.find(request, engine, places).orElse(null);
    return restoration == null ? linkInFull(places, engine) : linkIfItFits(places, engine);
  }

  private LinkedProgram linkInFull(List<Place> places, Engine engine) throws LinkException {
    restoration = null;
    return link(places, engine);
  }

  // What an image says may be anything. If it was not that, the error comes again.
  private LinkedProgram linkIfItFits(List<Place> places, Engine engine) throws LinkException {
    isOwnChoice = true;
    try {
      return link(places, engine);
    } catch (LinkException | RuntimeException e) {
      snapshots.giveUp(request, engine, places, e.getMessage());
      return linkInFull(LibraryLoader.load(request, context), engine);
    }
  }

  private LinkedProgram link(List<Place> places, Engine engine) throws LinkException {
    image = new ProgramImage(request, context, engine);
    DynamicLoader loader = new DynamicLoader(image);
    ThreadFunctions functions = new ThreadFunctions(image, id);
    if (image.threads().areShared()) {
      image.hosts().addBuiltIn(AbiNames.THREADS, functions);
    }
    begin(new Watchdog(image.threads().control(), request.timeout(), id));
    boolean linked = false;
    try {
      checkHosts(true);
      linkAll(places);
      if (restoration == null) {
        snapshots.note(image);
      }
      linked = true;
      return new LinkedProgram(
          id,
          image,
          loader,
          new Visitors(image, functions),
          watchdog,
          () -> Rehearsal.ensure(engine));
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } finally {
      if (!linked) {
        endThreads();
        watchdog.close();
        image.hosts().close();
      }
    }
  }

  // Those that constructors have begun.
  private void endThreads() {
    if (!image.threads().areVisitorsAlone()) {
      image.threads().stop(request.main().name() + ": is not linked");
      image.threads().awaitOthers();
    }
  }

  /** Stops guest code that runs while the program is linked; any thread may do it. */
  public synchronized void stop(String reason) {
    stop = reason;
    if (watchdog != null) {
      watchdog.stop(reason);
    }
  }

  private synchronized void begin(Watchdog control) {
    watchdog = control;
    if (stop != null) {
      watchdog.stop(stop);
    }
  }

  private List<Needed> needed(List<Place> places) {
    List<Needed> all = new ArrayList<>();
    places.forEach(place -> all.add(Needed.of(place)));
    request.modules().values().forEach(plain -> all.add(new Needed(plain, plain.name())));
    return all;
  }

  private void linkAll(List<Place> places) throws LinkException {
    image.addAtStart(places);
    ModuleRules.checkShared(places.subList(1, places.size()));
    LinkBatch batch = new LinkBatch(image, places);
    image.addResolved(resolve(batch));
    checkHosts(false);
    List<Place> order = TagOrder.of(early(), late(), image.resolution());
    batch.compile();
    for (Place plain : image.plain().inOrder()) {
      batch.compile(plain);
    }
    try {
      watchdog.call(() -> runGuestCode(batch, order));
    } catch (TrapException e) {
      checkNotEnded(e);
      throw e;
    }
    checkNotEnded(null);
  }

  // Who knows what others would tell its constructors? Of an image nobody knows before it is
  // resolved.
  private void checkHosts(boolean areBound) {
    boolean isOpen = isOwnChoice && restoration != null && restoration.isBound() == areBound;
    if (isOpen && !restoration.hasSameHosts(image)) {
      restoration = null;
    }
  }

  private Resolution resolve(LinkBatch batch) throws LinkException {
    Optional<Resolution> known =
        restoration == null || request.bindNow() ? Optional.empty() : restoration.resolution(image);
    return known.isPresent() ? known.get() : batch.resolveAll(request.bindNow());
  }

  private Void runGuestCode(LinkBatch batch, List<Place> order) throws LinkException {
    try {
      instantiate(batch, order);
      if (restoration == null) {
        batch.makeReady();
      } else {
        restoration.restore(image);
      }
      return null;
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, request.main().name(), detail, e);
    }
  }

  // A constructor may begin a thread that ends the program before it is linked.
  private void checkNotEnded(TrapException trap) throws LinkException {
    Optional<ProgramEnd> end = image.threads().end();
    if (end.isPresent()) {
      String detail = end.get().detail();
      throw LinkException.of(Reason.INIT_FAILED, request.main().name(), detail, trap);
    }
  }

  private void instantiate(LinkBatch batch, List<Place> order) throws LinkException {
    AddressSpaceBuilder builder = new AddressSpaceBuilder(request, image.places());
    InstanceLimits limits = builder.instanceLimits();
    for (Place plain : image.plain().inOrder()) {
      batch.instantiate(plain, limits);
      batch.makePlainReady(plain);
    }
    if (image.main().occupant().isPositionIndependent()) {
      image.setSpace(builder.create(image.engine(), memory()));
    } else {
      image.setSpace(spaceOfMain(batch, builder, limits));
    }
    for (Place place : order) {
      batch.instantiate(place, limits);
    }
  }

  private MemoryImage memory() {
    return restoration == null ? MemoryImage.ZERO : restoration.memory();
  }

  /** Main comes first: its memory, table and stack pointer become everybody's. */
  private AddressSpace spaceOfMain(
      LinkBatch batch, AddressSpaceBuilder builder, InstanceLimits limits) throws LinkException {
    Place main = image.main();
    builder.checkExports(main);
    batch.instantiate(main, limits);
    if (restoration == null) {
      batch.copySegmentsOfMain();
    } else {
      restoration.restoreMain(main);
    }
    return builder.adopt(main, main.occupant().exports(), image.engine());
  }

  /** What is instantiated before there is an address space. */
  private List<Place> early() {
    List<Place> early = new ArrayList<>();
    image.plain().inOrder().forEach(early::add);
    if (!image.main().occupant().isPositionIndependent()) {
      early.add(image.main());
    }
    return early;
  }

  private List<Place> late() {
    int first = image.main().occupant().isPositionIndependent() ? 0 : 1;
    return image.places().subList(first, image.places().size());
  }
}
