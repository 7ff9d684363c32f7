package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.InstanceLimits;
import org.dylink.linker.Library;
import org.dylink.linker.LibraryFinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;

/**
 * Opens and closes libraries in a running program: dlopen, dlsym and dlclose.
 *
 * <p>A failed open leaves the program as it was. The same library, under whatever spelling, has one
 * handle, which counts how often it was opened.
 */
final class DynamicLoader {
  private final ProgramImage image;
  private final ExitFunctions exits;
  private final Unloader unloader;
  private final Map<Integer, LoadedModule> handles = new HashMap<>();
  private int nextHandle = 1;

  DynamicLoader(ProgramImage image) {
    this.image = image;
    this.exits = new ExitFunctions(image);
    this.unloader = new Unloader(image, exits);
    DlFunctions functions = new DlFunctions(image, this);
    image.hosts().addBuiltIn(DlFunctions.MODULE, functions);
    image.binder().setCallers(new CallerFunctions(List.of(functions, exits)));
  }

  /**
   * Opens a library, or the program itself.
   *
   * @param file a name, or a path, which has a slash; null or empty for the program
   * @param caller the library that asks
   * @return its handle, never 0
   */
  int open(String file, DlMode mode, LoadedModule caller) throws LinkException {
    mode.check(file);
    if (file != null && !file.isEmpty()) {
      try {
        return handleOf(openLibrary(file, mode, caller));
      } catch (OutOfMemoryError e) {
        throw NoHeap.of(file, e);
      } finally {
        image.tellLoaded();
      }
    }
    image.main().use().opened(mode.isNoDelete());
    return handleOf(image.main());
  }

  /** Notes a library whose functions can be bound from here on. */
  void instantiated(LoadedModule module) {
    exits.interpose(module);
  }

  /**
   * Closes a handle once.
   *
   * @return false if there is no such handle
   */
  boolean close(int handle) {
    LoadedModule module = handles.get(handle);
    if (module == null || !module.use().closed()) {
      return false;
    }
    unloader.unloadUnused();
    dropHandles();
    image.tellLoaded();
    return true;
  }

  /** The library behind a handle. */
  Optional<LoadedModule> module(int handle) {
    return Optional.ofNullable(handles.get(handle));
  }

  /** Where dlsym searches: for the program the global scope, else a library and what it needs. */
  SymbolScope scopeOf(LoadedModule module) {
    return module == image.main()
        ? image.globalScope()
        : new SymbolScope(module.withDependencies());
  }

  /** Where dlsym(RTLD_NEXT) searches: what comes behind the caller in its own order. */
  SymbolScope scopeAfter(LoadedModule caller) {
    List<LoadedModule> order = caller.scope().modules();
    return new SymbolScope(order.subList(order.indexOf(caller) + 1, order.size()));
  }

  /**
   * The address of a symbol; a function gets a slot now if it has none.
   *
   * @param caller the library that asks; Java asks for main
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  OptionalInt address(String symbol, SymbolScope scope, LoadedModule caller)
      throws LinkException {
    return address(symbol, Resolver.lookup(symbol, scope), caller);
  }

  /**
   * The address of a function that the host has for everybody, in {@code env}.
   *
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  OptionalInt hostAddress(String symbol) throws LinkException {
    return address(symbol, image.outside().inEnv(symbol), null);
  }

  private OptionalInt address(
      String symbol, Optional<? extends Bound> bound, LoadedModule caller) throws LinkException {
    return bound.isPresent()
        ? OptionalInt.of(image.binder().addresses().of(symbol, bound.get(), caller))
        : OptionalInt.empty();
  }

  Optional<Function> function(String symbol, SymbolScope scope) {
    return Resolver.lookup(symbol, scope, Symbol.Kind.FUNCTION).map(Definition::function);
  }

  private LoadedModule openLibrary(String file, DlMode mode, LoadedModule caller)
      throws LinkException {
    Library library = find(file, caller);
    Optional<LoadedModule> known =
        image.modules().stream()
            .filter(m -> m.library().identity().equals(library.identity()))
            .findFirst();
    if (known.isEmpty() && mode.isNoLoad()) {
      throw LinkException.of(Reason.MISSING_LIBRARY, file, "is not loaded", null);
    } else if (known.isEmpty()) {
      return load(library, mode);
    }
    LoadedModule module = known.get();
    checkStays(library, List.of(module));
    module.use().opened(mode.isNoDelete());
    if (mode.isGlobal()) {
      makeGlobal(module);
    }
    return module;
  }

  // Who runs the program and knows its files decides first; then the caller's bundle and wires, as
  // for NEEDED, then the registry; last who runs the program may bring a library of that name.
  private Library find(String file, LoadedModule caller) throws LinkException {
    LibraryFinder finder = image.request().finder();
    List<Library> loaded = image.modules().stream().map(LoadedModule::library).toList();
    Optional<Library> opened = finder.findFile(file, caller.library(), loaded);
    if (opened.isPresent()) {
      return opened.get();
    }
    SearchResult result = image.context().search().open(file, caller.library());
    Optional<Library> library =
        result.isFound()
            ? Optional.of(result.library())
            : finder.find(LibrarySearch.nameOf(file), caller.library());
    return library.orElseThrow(() -> notFound(file, result, caller));
  }

  // Of the framework's reason and of the folders of whoever runs the program, the last that were
  // searched are those that a person can do something about.
  private LinkException notFound(String name, SearchResult result, LoadedModule caller) {
    String reason =
        image
            .request()
            .finder()
            .searched(name, caller.library())
            .map(folders -> "not found: " + folders)
            .orElse(result.failure());
    return LinkException.of(Reason.MISSING_LIBRARY, name, "cannot open: " + reason, null);
  }

  private LoadedModule load(Library library, DlMode mode) throws LinkException {
    List<LoadedModule> fresh = LibraryLoader.loadMore(library, image.modules(), image.context());
    LoadedModule root = fresh.get(0);
    checkStays(library, root.withDependencies());
    SymbolScope scope = new SymbolScope(image.global(), root.withDependencies());
    fresh.forEach(module -> module.setScope(scope));
    fresh.forEach(module -> module.use().addLater());
    LinkBatch.checkShared(fresh);
    EngineDecision.check(image.engine(), fresh.stream().map(LoadedModule::needed).toList());
    TagOrder.checkLate(image.modules(), image.resolution(), fresh);
    LinkBatch batch = new LinkBatch(image, fresh);
    Resolution resolution = batch.resolve(mode.isNow());
    List<LoadedModule> order = TagOrder.of(List.of(), fresh, resolution);
    batch.compile();
    link(batch, resolution, order, mode);
    return root;
  }

  private void link(LinkBatch batch, Resolution resolution, List<LoadedModule> order, DlMode mode)
      throws LinkException {
    List<LoadedModule> fresh = batch.modules();
    OpenCheckpoint before = new OpenCheckpoint(image);
    List<LoadedModule> placed = new ArrayList<>();
    boolean linked = false;
    try {
      for (LoadedModule module : fresh) {
        image.space().reserve(module);
        placed.add(module);
      }
      image.addResolved(resolution);
      image.modules().addAll(fresh);
      for (LoadedModule module : order) {
        batch.instantiate(module, InstanceLimits.NONE);
      }
      // Before its constructors run: they may open and close libraries, this one excepted, and may
      // count on what it is opened with.
      fresh.get(0).use().opened(mode.isNoDelete());
      if (mode.isGlobal()) {
        makeGlobal(fresh.get(0));
      }
      batch.initialize();
      linked = true;
    } finally {
      if (!linked) {
        before.restore(unloader, placed);
        dropHandles();
      }
    }
  }

  /** An exit function may ask for what is on its way out. */
  private void checkStays(Library library, List<LoadedModule> needed) throws LinkException {
    for (LoadedModule module : needed) {
      if (unloader.isClosing(module)) {
        boolean isAsked = module.library().identity().equals(library.identity());
        String what = isAsked ? "it" : "needed library " + module;
        String detail = "cannot open: " + what + " is being closed";
        throw LinkException.of(Reason.FORBIDDEN, library.name(), detail, null);
      }
    }
  }

  private void makeGlobal(LoadedModule module) {
    for (LoadedModule each : module.withDependencies()) {
      if (!image.global().contains(each)) {
        image.global().add(each);
      }
    }
    image.resolveAgain();
  }

  private void dropHandles() {
    handles.values().removeIf(module -> !image.modules().contains(module));
  }

  private int handleOf(LoadedModule module) {
    for (Map.Entry<Integer, LoadedModule> entry : handles.entrySet()) {
      if (entry.getValue() == module) {
        return entry.getKey();
      }
    }
    handles.put(nextHandle, module);
    return nextHandle++;
  }
}
