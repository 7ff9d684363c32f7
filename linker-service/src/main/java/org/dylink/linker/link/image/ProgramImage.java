package org.dylink.linker.link.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.engine.Engine;
import org.dylink.engine.Global;
import org.dylink.engine.TrapException;
import org.dylink.format.AddressType;
import org.dylink.format.Threading;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.bind.SymbolBinder;
import org.dylink.linker.link.host.HostModules;
import org.dylink.linker.link.host.ProgramOutside;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Outside;
import org.dylink.linker.link.resolve.PlainModules;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.resolve.Resolver;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.StackOverflow;
import org.dylink.linker.link.thread.StackPointers;

/**
 * What all threads of one program share, from its first step of linking to its end: its libraries
 * and what they are bound to, its memory and table, its host libraries.
 */
public final class ProgramImage {
  private final LinkRequest request;
  private final LinkContext context;
  private final ToldTraps traps;
  private final Engine engine;
  private final ThreadArrival arrival; // null if it has one thread
  private final GuestThreads threads;
  private final JavaExceptions exceptions;
  private final ProgramGuest guest;
  private final HostModules hosts;
  private final PlainModules plain;
  private final Outside outside;
  private final SymbolBinder binder;
  // Read by other threads, for link maps, while a dlopen changes them.
  private final List<Place> places = new CopyOnWriteArrayList<>();
  private final List<Place> global = new CopyOnWriteArrayList<>();
  private final SymbolScope globalScope = new SymbolScope(global);
  private final ProgramSymbols symbols = new ProgramSymbols(this);
  private volatile Resolution resolution = Resolution.NONE; // changed in the program's turn
  private AddressSpace space;

  public ProgramImage(LinkRequest request, LinkContext context, Engine engine) {
    this.request = request;
    this.context = context;
    this.traps = new ToldTraps(context.admission());
    this.engine = engine;
    this.arrival = hasThreads() ? new ThreadArrival(engine) : null;
    this.threads = newThreads();
    this.exceptions = new JavaExceptions(this);
    this.guest = new ProgramGuest(this);
    this.hosts = new HostModules(threads.areShared(), exceptions, context.hosts(), guest);
    this.plain = new PlainModules(request.modules());
    plain.inOrder().forEach(hosts::addOwn);
    this.outside = new ProgramOutside(hosts, plain);
    this.binder = new SymbolBinder(threads, engine, hosts);
  }

  /** What addresses are in the program: as main has them; of what others have, there is a rule. */
  public AddressType addresses() {
    return request.main().module().addressType().orElse(AddressType.I32);
  }

  private boolean hasThreads() {
    return request.main().module().threading() == Threading.THREADS;
  }

  private GuestThreads newThreads() {
    if (arrival == null) {
      return new GuestThreads(engine);
    }
    GuestThreads all = new GuestThreads(engine, arrival);
    arrival.setThreads(all);
    return all;
  }

  public LinkRequest request() {
    return request;
  }

  public LinkContext context() {
    return context;
  }

  public Engine engine() {
    return engine;
  }

  /** How exceptions pass between Java and guests. */
  public JavaExceptions exceptions() {
    return exceptions;
  }

  public HostModules hosts() {
    return hosts;
  }

  public PlainModules plain() {
    return plain;
  }

  /** What there is for imports beside the libraries. */
  public Outside outside() {
    return outside;
  }

  /** What everything loaded is bound to at this moment. */
  public Resolution resolution() {
    return resolution;
  }

  /** Takes in what was resolved for libraries that come now. */
  public void addResolved(Resolution more) {
    resolution = resolution.and(more);
  }

  /** Takes in what another library in a place is bound to. */
  public void replaceResolved(Place place, List<Bound> bounds) {
    resolution = resolution.replaced(place, bounds);
  }

  /** Leaves out libraries that go, and what was bound for them or to them. */
  public void forget(List<Place> gone) {
    Set<Place> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(gone);
    places.removeAll(all); // the set: of a list it would look through all for each
    global.removeAll(all);
    places.forEach(place -> place.scope().forget(all));
    resolution = resolution.without(all);
    binder.forget(all);
    gone.forEach(this::forgetInThreads);
    gone.forEach(place -> place.occupant().enter(LinkState.GONE));
    resolveAgain();
  }

  /** Binds anew what nobody defined: after a library has become global, or has gone. */
  public void resolveAgain() {
    resolution = Resolver.again(resolution);
    binder.bindUndefined(resolution);
  }

  public SymbolBinder binder() {
    return binder;
  }

  private void forgetInThreads(Place gone) {
    if (threads.areShared() && gone.occupant().isAtLeast(LinkState.BOUND)) {
      arrival.forget(gone, gone.occupant().exports().instance());
      for (GuestThread thread : threads.all()) {
        thread.libraries().forget(List.of(gone)).forEach(space::giveBack);
      }
    }
  }

  /** All of its threads. */
  public GuestThreads threads() {
    return threads;
  }

  /** The one that runs in this thread of Java. */
  public GuestThread thread() {
    return threads.current();
  }

  /** How a thread gets its own of a library; only where threads are shared. */
  public ThreadArrival arrival() {
    return arrival;
  }

  /** What names are worth that are no imports. */
  public ProgramSymbols symbols() {
    return symbols;
  }

  public AddressSpace space() {
    return space;
  }

  public void setSpace(AddressSpace addressSpace) {
    space = addressSpace;
    threads
        .first()
        .setStack(
            new StackPointers(
                space.stackPointer(),
                StackOverflow.of(space.stack()),
                ownStackPointers(),
                exceptions::toJava));
    binder.setSpace(addressSpace, main());
    if (arrival != null) {
      arrival.setSpace(addressSpace);
    }
    guest.setMemory(addressSpace.memory());
  }

  /** The stack pointer of a thread that begins, which is 0 until C gives it a stack. */
  public StackPointers newStack(GuestThread thread) {
    StackOverflow overflow = StackOverflow.of(thread, space.memory(), space.heapBase());
    return new StackPointers(stackPointer(thread), overflow, List.of(), exceptions::toJava);
  }

  // A main with its own memory has it among its globals; of a library it is an import.
  private Global stackPointer(GuestThread thread) {
    if (main().occupant().isPositionIndependent()) {
      return arrival.newStackPointer();
    }
    arrival.enter(main());
    return thread
        .libraries()
        .instance(main())
        .flatMap(own -> own.export(AbiNames.STACK_POINTER))
        .map(Global.class::cast)
        .orElse(null);
  }

  private List<Global> ownStackPointers() {
    List<Place> own = new ArrayList<>();
    plain.inOrder().forEach(own::add);
    if (!main().occupant().isPositionIndependent() && space.stackPointer() == null) {
      own.add(main());
    }
    return own.stream()
        .flatMap(place -> place.occupant().exports().ownStackPointer(place.module()).stream())
        .toList();
  }

  /** Everything loaded, in load order, main first. */
  public List<Place> places() {
    return places;
  }

  /** Takes in what the program starts with, main first. */
  public void addAtStart(List<Place> fresh) {
    fresh.forEach(place -> place.setScope(globalScope));
    plain.inOrder().forEach(place -> place.setScope(globalScope));
    places.addAll(fresh);
    global.addAll(fresh);
  }

  /** Lets go of libraries that the program does not have any more. */
  public void tellLoaded() {
    context.admission().loaded(places.stream().map(Place::library).toList());
  }

  /** Tells of a library that was opened while the program runs. */
  public void tellOpened(Place place, long nanos) {
    context.admission().opened(place.library(), nanos);
  }

  /** Tells of what has come out of the guest, if that is a trap that nobody was told of. */
  public void tellTrap(Throwable thrown) {
    if (thrown instanceof TrapException trap) {
      traps.tell(trap);
    }
  }

  public Place main() {
    return places.get(0);
  }

  /** What all libraries see; grows with what is opened with RTLD_GLOBAL. */
  public List<Place> global() {
    return global;
  }

  public SymbolScope globalScope() {
    return globalScope;
  }

  public LinkMap map() {
    return new LinkMap(
        places.stream().map(Place::snapshot).toList(),
        space.stack(),
        space.heapBase(),
        space.memory().pages(),
        space.memory().maximumPages(),
        space.tableSize(),
        space.freeData(),
        space.freeSlots(),
        new ThreadAreas(arrival, places).of(threads.all()));
  }
}
