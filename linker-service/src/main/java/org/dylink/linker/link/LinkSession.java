package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.link.EngineSource.Needed;

/**
 * The recipe of a link, all or nothing: load, choose an engine, check, compile, place, instantiate,
 * bind, initialise. Nothing of a program is visible outside until the last step is done.
 */
public final class LinkSession {
  private final LinkRequest request;
  private final LinkContext context;
  private final long id;
  private ProgramImage image;
  private Watchdog watchdog; // guarded by this until the link begins to run guest code
  private String stop; // guarded by this; null as long as nobody has stopped it

  /**
   * Prepares a link.
   *
   * @param id the program's number
   */
  public LinkSession(LinkRequest request, LinkContext context, long id) {
    this.request = request;
    this.context = context;
    this.id = id;
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
    List<LoadedModule> modules = LibraryLoader.load(request, context);
    Engine engine = context.engines().choose(needed(modules));
    image = new ProgramImage(request, context, engine);
    begin(new Watchdog(engine.newExecutionControl(), request.timeout(), id));
    boolean linked = false;
    try {
      linkAll(modules);
      linked = true;
      return new LinkedProgram(id, image, watchdog);
    } catch (CheckedHostException e) {
      throw HostThrow.unchanged(e);
    } finally {
      if (!linked) {
        watchdog.close();
        image.hosts().close();
      }
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

  private List<Needed> needed(List<LoadedModule> modules) {
    List<Needed> all = new ArrayList<>();
    modules.forEach(module -> all.add(module.needed()));
    request.modules().values().forEach(plain -> all.add(new Needed(plain, plain.name())));
    return all;
  }

  private void linkAll(List<LoadedModule> modules) throws LinkException {
    modules.forEach(module -> module.setScope(image.globalScope()));
    image.plain().inOrder().forEach(module -> module.setScope(image.globalScope()));
    image.modules().addAll(modules);
    image.global().addAll(modules);
    LinkBatch.checkShared(modules.subList(1, modules.size()));
    LinkBatch batch = new LinkBatch(image, modules);
    image.addResolved(batch.resolveAll(request.bindNow()));
    List<LoadedModule> order = TagOrder.of(early(), late(), image.resolution());
    batch.compile();
    for (LoadedModule module : image.plain().inOrder()) {
      batch.compile(module);
    }
    watchdog.call(() -> runGuestCode(batch, order));
  }

  private Void runGuestCode(LinkBatch batch, List<LoadedModule> order) throws LinkException {
    try {
      instantiate(batch, image.main(), order);
      batch.initialize();
      return null;
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, request.main().name(), detail, e);
    }
  }

  private void instantiate(LinkBatch batch, LoadedModule main, List<LoadedModule> order)
      throws LinkException {
    AddressSpaceBuilder builder = new AddressSpaceBuilder(request, image.modules());
    InstanceLimits limits = builder.instanceLimits();
    for (LoadedModule module : image.plain().inOrder()) {
      batch.instantiate(module, limits);
      startEarly(module);
      initializer(module).initializePlain();
    }
    if (main.isPositionIndependent()) {
      image.setSpace(builder.create(image.engine()));
    } else {
      // Main comes first: its memory, table and stack pointer become everybody's.
      builder.checkExports(main);
      batch.instantiate(main, limits);
      Initializer.copySegments(main);
      image.setSpace(builder.adopt(main, image.engine()));
    }
    for (LoadedModule module : order) {
      batch.instantiate(module, limits);
    }
  }

  /** What is instantiated before there is an address space. */
  private List<LoadedModule> early() {
    List<LoadedModule> early = new ArrayList<>();
    image.plain().inOrder().forEach(early::add);
    if (!image.main().isPositionIndependent()) {
      early.add(image.main());
    }
    return early;
  }

  private List<LoadedModule> late() {
    int first = image.main().isPositionIndependent() ? 0 : 1;
    return image.modules().subList(first, image.modules().size());
  }

  private Initializer initializer(LoadedModule module) {
    return new Initializer(image.main(), List.of(module), StackPointers.NONE, request.trace());
  }

  private static void startEarly(LoadedModule module) throws LinkException {
    try {
      Initializer.start(module, StackPointers.NONE);
    } catch (IllegalStateException e) {
      // The host's: it is asked for a memory that the program does not have yet.
      String detail = "start function called the host too early: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, module.name(), detail, e);
    }
  }
}
