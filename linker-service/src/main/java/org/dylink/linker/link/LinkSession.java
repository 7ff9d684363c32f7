package org.dylink.linker.link;

import java.util.List;
import org.dylink.engine.InstanceLimits;
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

  private LinkSession(LinkRequest request, LinkContext context, long id) {
    this.request = request;
    this.image = new ProgramImage(request, context);
    this.watchdog = new Watchdog(context.engine().newExecutionControl(), request.timeout(), id);
  }

  /**
   * Links one program.
   *
   * @param id the program's number
   * @throws LinkException if anything is wrong; nothing is left of the program then
   * @throws org.dylink.engine.TrapException if a constructor runs out of the program's time
   */
  public static LinkedProgram link(LinkRequest request, LinkContext context, long id)
      throws LinkException {
    LinkSession session = new LinkSession(request, context, id);
    boolean linked = false;
    try {
      session.link();
      linked = true;
      return new LinkedProgram(id, session.image, session.watchdog);
    } finally {
      if (!linked) {
        session.watchdog.close();
        session.image.hosts().close();
      }
    }
  }

  private void link() throws LinkException {
    List<LoadedModule> modules = LibraryLoader.load(request, image.context().search());
    modules.forEach(module -> module.setScope(image.globalScope()));
    image.modules().addAll(modules);
    image.global().addAll(modules);
    LinkBatch.checkShared(modules.subList(1, modules.size()));
    LinkBatch batch = new LinkBatch(image, modules);
    batch.check(request.bindNow());
    batch.compile();
    for (LoadedModule module : image.plain().inOrder()) {
      batch.compile(module);
    }
    watchdog.call(() -> runGuestCode(batch));
  }

  private Void runGuestCode(LinkBatch batch) throws LinkException {
    try {
      instantiate(batch, image.main());
      batch.initialize();
      return null;
    } catch (ProgramExit e) {
      String detail = "a constructor ended the program: " + e.getMessage();
      throw LinkException.of(Reason.INIT_FAILED, request.main().name(), detail, e);
    }
  }

  private void instantiate(LinkBatch batch, LoadedModule main) throws LinkException {
    AddressSpaceBuilder builder = new AddressSpaceBuilder(request, image.modules());
    InstanceLimits limits = builder.instanceLimits();
    for (LoadedModule module : image.plain().inOrder()) {
      batch.instantiate(module, limits);
      Initializer.start(module);
    }
    if (main.isPositionIndependent()) {
      image.setSpace(builder.create(image.engine()));
      batch.instantiate(main, limits);
    } else {
      // Main comes first, started: its memory, table and stack pointer become everybody's.
      builder.checkExports(main);
      batch.instantiate(main, limits);
      Initializer.start(main);
      image.setSpace(builder.adopt(main, image.engine()));
    }
    for (LoadedModule library : image.modules().subList(1, image.modules().size())) {
      batch.instantiate(library, limits);
    }
  }
}
