package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.host.CheckedHostException;
import org.dylink.engine.host.ProgramExit;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;

/**
 * The recipe of a link, all or nothing: load, check, compile, place, instantiate, bind, initialise.
 * Nothing of a program is visible outside until the last step is done.
 */
public final class LinkSession {
  private final LinkRequest request;
  private final ProgramImage image;
  private final Watchdog watchdog;
  private final long id;

  /**
   * Prepares a link.
   *
   * @param id the program's number
   */
  public LinkSession(LinkRequest request, LinkContext context, long id) {
    this.request = request;
    this.image = new ProgramImage(request, context);
    this.id = id;
    this.watchdog = new Watchdog(context.engine().newExecutionControl(), request.timeout(), id);
  }

  /**
   * Links the program.
   *
   * @throws LinkException if anything is wrong, or it was stopped meanwhile; nothing is left of it
   * @throws org.dylink.engine.TrapException if a constructor runs out of the program's time
   */
  public LinkedProgram link() throws LinkException {
    boolean linked = false;
    try {
      linkAll();
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
  public void stop(String reason) {
    watchdog.stop(reason);
  }

  private void linkAll() throws LinkException {
    List<LoadedModule> modules = LibraryLoader.load(request, image.context());
    modules.forEach(module -> module.setScope(image.globalScope()));
    image.plain().inOrder().forEach(module -> module.setScope(image.globalScope()));
    image.modules().addAll(modules);
    image.global().addAll(modules);
    LinkBatch.checkShared(modules.subList(1, modules.size()));
    LinkBatch batch = new LinkBatch(image, modules);
    batch.checkAll(request.bindNow());
    List<LoadedModule> order = TagOrder.of(early(), late());
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
      // Main comes first, started: its memory, table and stack pointer become everybody's.
      builder.checkExports(main);
      batch.instantiate(main, limits);
      main.memory().ifPresent(image::setOwnMemory); // its start function may call the host already
      startEarly(main);
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
