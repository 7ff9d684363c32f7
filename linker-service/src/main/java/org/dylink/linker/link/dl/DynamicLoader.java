package org.dylink.linker.link.dl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.InstanceLimits;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.bind.CallerFunctions;
import org.dylink.linker.link.image.LinkBatch;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.EngineSource.Needed;
import org.dylink.linker.link.load.LibraryLoader;
import org.dylink.linker.link.load.ModuleRules;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.NoHeap;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.PlaceUse;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.link.resolve.Resolution;
import org.dylink.linker.link.resolve.TagOrder;
import org.dylink.linker.link.thread.Watchdog;

/**
 * Opens and closes libraries in a running program: dlopen, dlsym and dlclose. Threads may share it.
 *
 * <p>A failed open leaves the program as it was. The same library, under whatever spelling, has one
 * handle, which counts how often it was opened.
 */
public final class DynamicLoader {
  private final ProgramImage image;
  private final LoadLock lock;
  private final Unloader unloader;
  private int nextHandle = 1;

  public DynamicLoader(ProgramImage image) {
    this.image = image;
    this.lock = new LoadLock();
    ExitFunctions exits = new ExitFunctions(image);
    this.unloader = new Unloader(image, exits);
    DlFunctions functions = new DlFunctions(image, this);
    image.hosts().addBuiltIn(DlFunctions.MODULE, functions);
    image
        .binder()
        .setCallers(new CallerFunctions(List.of(functions, new ExitRegistrars(image, exits))));
  }

  /**
   * Opens a library, or the program itself.
   *
   * @param file a name, or a path, which has a slash; null or empty for the program
   * @param caller the library that asks
   * @return its handle, never 0
   */
  public int open(String file, DlMode mode, Place caller) throws LinkException {
    mode.check(file);
    return lock.call(() -> openAlone(file, mode, caller));
  }

  private int openAlone(String file, DlMode mode, Place caller) throws LinkException {
    if (file != null && !file.isEmpty()) {
      try {
        return handleOf(openAndTell(file, mode, caller));
      } catch (OutOfMemoryError e) {
        throw NoHeap.of(file, e);
      } finally {
        image.tellLoaded();
      }
    }
    image.main().use().opened(mode.isNoDelete());
    return handleOf(image.main());
  }

  private Place openAndTell(String file, DlMode mode, Place caller) throws LinkException {
    int before = image.places().size();
    long start = System.nanoTime();
    Place opened = openLibrary(file, mode, caller);
    if (image.places().size() > before) {
      image.tellOpened(opened, System.nanoTime() - start);
    }
    return opened;
  }

  /**
   * Closes a handle once.
   *
   * @return false if there is no such handle
   * @throws LinkException FORBIDDEN if a library would go in which another thread is executing; the
   *     handle stays as it was
   */
  public boolean close(long handle) throws LinkException {
    return lock.call(() -> closeAlone(handle));
  }

  private boolean closeAlone(long handle) throws LinkException {
    Optional<Place> opened = place(handle);
    if (opened.isEmpty()) {
      return false;
    }
    PlaceUse use = opened.get().use();
    PlaceUse.Mark before = use.mark();
    if (!use.closed()) {
      return false;
    }
    try {
      unloader.checkLeft();
    } catch (LinkException e) {
      use.goBackTo(before);
      throw e;
    }
    unloader.unloadUnused();
    image.tellLoaded();
    return true;
  }

  /** Lets a thread look at libraries that no other one opens or closes meanwhile. */
  public <T> T whileStill(Watchdog.Work<T> work) throws LinkException {
    return lock.call(work);
  }

  /** The library behind a handle. */
  public Optional<Place> place(long handle) {
    return image.places().stream()
        .filter(place -> handle != PlaceUse.NO_HANDLE && place.use().handle() == handle)
        .findFirst();
  }

  /** Where dlsym searches: for the program the global scope, else a library and what it needs. */
  public SymbolScope scopeOf(Place place) {
    return place == image.main() ? image.globalScope() : new SymbolScope(place.withDependencies());
  }

  /** Where dlsym(RTLD_NEXT) searches: what comes behind the caller in its own order. */
  SymbolScope scopeAfter(Place caller) {
    List<Place> order = caller.scope().places();
    return new SymbolScope(order.subList(order.indexOf(caller) + 1, order.size()));
  }

  private Place openLibrary(String file, DlMode mode, Place caller) throws LinkException {
    Library library = new OpenSearch(image).find(file, caller);
    Optional<Place> known =
        image.places().stream()
            .filter(m -> m.library().identity().equals(library.identity()))
            .findFirst();
    if (known.isEmpty() && mode.isNoLoad()) {
      throw LinkException.of(Reason.MISSING_LIBRARY, file, "is not loaded", null);
    } else if (known.isEmpty()) {
      return load(library, mode);
    }
    Place place = known.get();
    checkStays(library, List.of(place));
    place.use().opened(mode.isNoDelete());
    if (mode.isGlobal()) {
      makeGlobal(place);
    }
    return place;
  }

  private Place load(Library library, DlMode mode) throws LinkException {
    List<Place> fresh = LibraryLoader.loadMore(library, image.places(), image.context());
    Place root = fresh.get(0);
    checkStays(library, root.withDependencies());
    SymbolScope scope = new SymbolScope(image.global(), root.withDependencies());
    fresh.forEach(place -> place.setScope(scope));
    fresh.forEach(place -> place.use().addLater());
    ModuleRules.checkShared(fresh);
    EngineDecision.check(image.engine(), fresh.stream().map(Needed::of).toList());
    TagOrder.checkLate(image.places(), image.resolution(), fresh);
    LinkBatch batch = new LinkBatch(image, fresh);
    Resolution resolution = batch.resolve(mode.isNow());
    List<Place> order = TagOrder.of(List.of(), fresh, resolution);
    batch.compile();
    link(batch, resolution, order, mode);
    return root;
  }

  private void link(LinkBatch batch, Resolution resolution, List<Place> order, DlMode mode)
      throws LinkException {
    List<Place> fresh = batch.places();
    OpenCheckpoint before = new OpenCheckpoint(image);
    List<Place> placed = new ArrayList<>();
    boolean linked = false;
    try {
      for (Place place : fresh) {
        image.space().reserve(place);
        placed.add(place);
      }
      image.addResolved(resolution);
      image.places().addAll(fresh);
      for (Place place : order) {
        batch.instantiate(place, InstanceLimits.NONE);
      }
      // Before its constructors run: they may open and close libraries, this one too, as often as
      // they open it, and may count on what it is opened with.
      PlaceUse use = fresh.get(0).use();
      use.beginOpening();
      if (mode.isGlobal()) {
        makeGlobal(fresh.get(0));
      }
      batch.makeReady();
      use.endOpening(mode.isNoDelete());
      linked = true;
    } finally {
      if (!linked) {
        before.restore(unloader, placed);
      }
    }
  }

  /** An exit function may ask for what is on its way out. */
  private void checkStays(Library library, List<Place> needed) throws LinkException {
    for (Place place : needed) {
      if (place.occupant().state() == LinkState.CLOSING) {
        boolean isAsked = place.library().identity().equals(library.identity());
        String what = isAsked ? "it" : "needed library " + place;
        String detail = "cannot open: " + what + " is being closed";
        throw LinkException.of(Reason.FORBIDDEN, library.name(), detail, null);
      }
    }
  }

  private void makeGlobal(Place place) {
    Set<Place> known = new HashSet<>(image.global());
    List<Place> fresh = place.withDependencies().stream().filter(known::add).toList();
    image.global().addAll(fresh);
    image.resolveAgain();
  }

  private int handleOf(Place place) {
    if (place.use().handle() == PlaceUse.NO_HANDLE) {
      place.use().setHandle(nextHandle++);
    }
    return place.use().handle();
  }
}
