package org.dylink.linker.link.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Tag;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.host.HostModules;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.space.AddressSpace;
import org.dylink.linker.link.thread.GuestThreads;

/**
 * Makes of what an import is bound to the thing that a thread's instance gets. Functions of other
 * libraries are bound late, through one slot per definition, because the exporter may be
 * instantiated after the importer, and in a cycle must be.
 */
public final class SymbolBinder {
  private final GuestThreads threads;
  private final Engine engine;
  private final HostModules hosts;
  private final GlobalOffsetTable got;
  private final FunctionSlots slots;
  private final Map<String, Tag> tags = new HashMap<>();
  private AddressSpace space;
  private Addresses addresses;
  private CallerFunctions callers = new CallerFunctions(List.of());

  public SymbolBinder(GuestThreads threads, Engine engine, HostModules hosts) {
    this.threads = threads;
    this.engine = engine;
    this.hosts = hosts;
    this.got = new GlobalOffsetTable(engine);
    this.slots = new FunctionSlots(engine, hosts);
  }

  /** The address that a symbol's users have; see {@link GlobalOffsetTable#address}. */
  public OptionalInt address(String symbol, Symbol.Kind kind, Bound bound, Place user) {
    return got.address(symbol, kind, bound, user);
  }

  /** Until then only modules with a memory of their own can be instantiated. */
  public void setSpace(AddressSpace addressSpace, Place main) {
    space = addressSpace;
    addresses = new Addresses(threads, space, new Heaps(main, space), hosts, callers);
  }

  public void setCallers(CallerFunctions callerFunctions) {
    callers = callerFunctions;
    got.setCallers(callerFunctions);
  }

  /**
   * The tag of a name that libraries throw with: the linker's, or that of the first that has one.
   */
  public Optional<Tag> tag(String name, List<Place> places) {
    Tag own = tags.get(name);
    return own != null
        ? Optional.of(own)
        : places.stream()
            .filter(place -> place.occupant().isAtLeast(LinkState.BOUND))
            .flatMap(place -> place.occupant().exports().own(name, Tag.class).stream())
            .findFirst();
  }

  /** The functions that each library has one of its own of. */
  public CallerFunctions callers() {
    return callers;
  }

  /** The function that a symbol names: a library's, or the host's. */
  public Function function(String symbol, Bound bound) {
    return bound instanceof Bound.Host host
        ? hosts.function(symbol, host.function())
        : ((Definition) bound).function();
  }

  /** The addresses of symbols, once there is an address space. */
  public Addresses addresses() {
    return addresses;
  }

  /** What a library's imports get, in their order. */
  public List<Extern> bind(Place user, Resolution resolution) {
    return resolution.map(user, (entry, bound) -> bind(user, user, entry, bound)).toList();
  }

  /** What a library's imports get that are no functions, in their order. */
  public List<Extern> bindOthers(Place user, Resolution resolution) {
    List<Import> imports = user.module().imports();
    List<Bound> bounds = resolution.of(user);
    List<Extern> others = new ArrayList<>();
    for (int i = 0; i < imports.size(); i++) {
      if (!(imports.get(i).type() instanceof FunctionType)) {
        others.add(bind(user, user, imports.get(i), bounds.get(i)));
      }
    }
    return others;
  }

  /**
   * The function that an import gets, to be called at once.
   *
   * @param index of the import among those that are functions
   * @param resolution the newest one, also if another thread is about to open a library
   */
  @SuppressWarnings("ReferenceEquality") // whether it has been replaced meanwhile, not by what
  public Function bindNow(Place user, int index, Supplier<Resolution> resolution) {
    int at = functionImport(user.module().imports(), index);
    Resolution newest = resolution.get();
    Function made = bindNow(user, at, newest);
    // Who opens a library replaces the resolution, and then binds anew all slots that nobody had
    // defined. So he finds the slot that was made here, or his resolution is seen here.
    while (newest != resolution.get()) {
      newest = resolution.get();
      made = bindNow(user, at, newest);
    }
    return made;
  }

  private Function bindNow(Place user, int at, Resolution resolution) {
    Import entry = user.module().imports().get(at);
    Bound bound = resolution.of(user).get(at);
    Extern made = bind(user, user, entry, bound);
    if (made instanceof FunctionSlot slot) {
      slots.bindNew(slot, user, entry, bound, this::function);
    }
    return (Function) made;
  }

  private static int functionImport(List<Import> imports, int index) {
    int left = index;
    for (int at = 0; ; at++) {
      boolean isFunction = imports.get(at).type() instanceof FunctionType;
      if (isFunction && left-- == 0) {
        return at;
      }
    }
  }

  /**
   * What the imports of a library get that comes into the place of another: all that others would
   * know it by is the place's.
   *
   * @param next a place with that library, and with its parts of memory and table
   * @param bounds what its imports are bound to, in their order
   */
  public List<Extern> bind(Place user, Place next, List<Bound> bounds) {
    List<Import> imports = next.module().imports();
    return IntStream.range(0, bounds.size())
        .mapToObj(i -> bind(user, next, imports.get(i), bounds.get(i)))
        .toList();
  }

  /** Whether there are entries of the GOT whose values were not known before. */
  public boolean hasUnsettled() {
    return got.hasUnfilled();
  }

  /** Forgets the entries of the GOT that are not settled: what needed them did not come. */
  public void forgetUnsettled() {
    got.forgetUnfilled();
  }

  /** Writes the addresses of a library's data anew: it lies elsewhere now. */
  public void moveData(Place place) {
    got.move(place, threads.current());
  }

  /** Binds the slots that are not bound yet; those that nobody defines trap when called. */
  public void bindSlots() {
    slots.bindNew();
  }

  /** Binds anew what nobody defined when its user was linked. */
  public void bindUndefined(Resolution resolution) {
    slots.bindUndefined(resolution, this::function);
  }

  /**
   * Fills the new entries of the GOT, once all segments are copied and all slots bound.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  public void fillOffsets() throws LinkException {
    got.fill(addresses);
  }

  /**
   * Fills them for good, once all start functions have run: only then is it known where
   * thread-local data lies.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  public void settleOffsets() throws LinkException {
    fillOffsets();
    got.settle();
  }

  /** The variables that a library imports: entries of the GOT, the stack pointer. */
  public List<Global> variables(Place user, Resolution resolution) {
    return bindOthers(user, resolution).stream()
        .filter(Global.class::isInstance)
        .map(Global.class::cast)
        .filter(global -> global.type().mutable())
        .toList();
  }

  /** Takes the entries of the GOT as they are: somebody else has filled them. */
  public void keepOffsets() {
    got.settle();
  }

  /** Forgets what was bound for libraries, or to them, that are no longer there. */
  public void forget(Set<Place> gone) {
    slots.forget(gone);
    got.forget(gone);
    callers.forget(gone);
  }

  private Extern bind(Place user, Place at, Import entry, Bound bound) {
    return switch (entry.module()) {
      case AbiNames.GOT_MEM -> got.entry(entry.name(), Symbol.Kind.DATA, bound, user);
      case AbiNames.GOT_FUNC -> got.entry(entry.name(), Symbol.Kind.FUNCTION, bound, user);
      default -> extern(user, at, entry, bound);
    };
  }

  private Extern extern(Place user, Place at, Import entry, Bound bound) {
    if (bound instanceof Bound.Plain plain) {
      return export(plain.module(), plain.export().name());
    } else if (bound instanceof Bound.Own own) {
      return own(at, entry, own);
    } else if (entry.type() instanceof TagType) {
      return export(((Definition) bound).place(), entry.name());
    } else if (bound instanceof Bound.Host && !isOfC(user, entry)) {
      return function(entry.name(), bound);
    }
    return function(user, entry, bound);
  }

  private Function function(Place user, Import entry, Bound bound) {
    Optional<Function> own =
        bound instanceof Definition found
            ? callers.of(user, found, (FunctionType) entry.type())
            : Optional.empty();
    return own.orElseGet(() -> slots.of(user, entry, bound));
  }

  private Function function(Place user, Definition later) {
    return callers.of(user, later).orElseGet(() -> later.function());
  }

  private static boolean isOfC(Place user, Import entry) {
    return entry.module().equals(AbiNames.ENV) && !user.occupant().isPlain();
  }

  private Extern own(Place user, Import entry, Bound.Own own) {
    return switch (own) {
      case MEMORY -> space.memory();
      case TABLE -> space.table();
      case STACK_POINTER -> space.stackPointer();
      case MEMORY_BASE -> constant(user, user.data().address());
      case TABLE_BASE -> constant(user, user.slots().first());
      case TAG -> tags.computeIfAbsent(entry.name(), n -> engine.newTag((TagType) entry.type()));
      case ADDRESS -> throw new IllegalStateException("BUG: " + entry + " is in no GOT");
    };
  }

  // As wide as its user's addresses: it may be bound before there is a memory, which would tell.
  private Global constant(Place user, long address) {
    ValueType type = user.module().addressType().orElse(AddressType.I32).valueType();
    return engine.newGlobal(new GlobalType(type, false), Pointers.value(type, address));
  }

  private Extern export(Place place, String name) {
    return place
        .occupant()
        .exports()
        .own(name, Extern.class)
        .orElseThrow(() -> new IllegalStateException("BUG: " + place + " has no " + name));
  }
}
