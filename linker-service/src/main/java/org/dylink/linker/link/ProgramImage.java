package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Symbol;

/** All that makes up one program, from its first step of linking to its end. */
final class ProgramImage {
  private final LinkRequest request;
  private final LinkContext context;
  private final Engine engine;
  private final JavaExceptions exceptions;
  private final ProgramGuest guest;
  private final HostModules hosts;
  private final PlainModules plain;
  private final Outside outside;
  private final SymbolBinder binder;
  // Read by other threads, for link maps, while a dlopen changes them.
  private final List<LoadedModule> modules = new CopyOnWriteArrayList<>();
  private final List<LoadedModule> global = new CopyOnWriteArrayList<>();
  private final SymbolScope globalScope = new SymbolScope(global);
  private final DynamicLoader loader;
  private volatile Resolution resolution = Resolution.NONE; // changed in the program's turn
  private AddressSpace space;
  private StackPointers stack = StackPointers.NONE;

  ProgramImage(LinkRequest request, LinkContext context, Engine engine) {
    this.request = request;
    this.context = context;
    this.engine = engine;
    this.exceptions = new JavaExceptions(this);
    this.guest = new ProgramGuest(this);
    this.hosts = new HostModules(exceptions, context.hosts(), guest);
    this.plain = new PlainModules(request.modules());
    plain.inOrder().forEach(hosts::addOwn);
    this.outside = new ProgramOutside(hosts, plain);
    this.binder = new SymbolBinder(engine, hosts);
    this.loader = new DynamicLoader(this);
  }

  LinkRequest request() {
    return request;
  }

  LinkContext context() {
    return context;
  }

  Engine engine() {
    return engine;
  }

  /** How exceptions pass between Java and guests. */
  JavaExceptions exceptions() {
    return exceptions;
  }

  HostModules hosts() {
    return hosts;
  }

  PlainModules plain() {
    return plain;
  }

  /** What there is for imports beside the libraries. */
  Outside outside() {
    return outside;
  }

  /** What everything loaded is bound to at this moment. */
  Resolution resolution() {
    return resolution;
  }

  /** Takes in what was resolved for libraries that come now. */
  void addResolved(Resolution more) {
    resolution = resolution.and(more);
  }

  /** Leaves out what was bound for libraries, or to them, that are no longer there. */
  void forgetResolved(Set<LoadedModule> gone) {
    resolution = resolution.without(gone);
    binder.forget(gone);
    resolveAgain();
  }

  /** Binds anew what nobody defined: after a library has become global, or has gone. */
  void resolveAgain() {
    resolution = Resolver.again(resolution);
    binder.bindUndefined(resolution);
  }

  SymbolBinder binder() {
    return binder;
  }

  DynamicLoader loader() {
    return loader;
  }

  AddressSpace space() {
    return space;
  }

  void setSpace(AddressSpace addressSpace) {
    space = addressSpace;
    stack = new StackPointers(addressSpace, ownStackPointers(), exceptions);
    binder.setSpace(addressSpace, main());
    guest.setMemory(addressSpace.memory());
  }

  /** What every call into the program goes through; until there is a space, no stack is known. */
  StackPointers stack() {
    return stack;
  }

  private List<Global> ownStackPointers() {
    List<LoadedModule> own = new ArrayList<>();
    plain.inOrder().forEach(own::add);
    if (!main().isPositionIndependent() && space.stackPointer() == null) {
      own.add(main());
    }
    return own.stream().flatMap(module -> module.ownStackPointer().stream()).toList();
  }

  /** Everything loaded, in load order, main first. */
  List<LoadedModule> modules() {
    return modules;
  }

  /** Lets go of libraries that the program does not have any more. */
  void tellLoaded() {
    context.admission().loaded(modules.stream().map(LoadedModule::library).toList());
  }

  LoadedModule main() {
    return modules.get(0);
  }

  /** What all libraries see; grows with what is opened with RTLD_GLOBAL. */
  List<LoadedModule> global() {
    return global;
  }

  SymbolScope globalScope() {
    return globalScope;
  }

  /** The function that a symbol means in the global scope. */
  Optional<Function> function(String symbol) {
    return Resolver.lookup(symbol, globalScope, Symbol.Kind.FUNCTION)
        .map(found -> (Bound) found)
        .or(() -> outside.inEnv(symbol))
        .map(bound -> Addresses.function(symbol, bound, hosts));
  }

  LinkMap map() {
    return new LinkMap(
        modules.stream().map(LoadedModule::snapshot).toList(),
        space.stack(),
        space.heapBase(),
        space.memory().pages(),
        space.memory().maximumPages(),
        space.tableSize(),
        space.freeData(),
        space.freeSlots());
  }
}
