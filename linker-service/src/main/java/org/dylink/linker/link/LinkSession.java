package org.dylink.linker.link;

import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.LinkTrace;

/**
 * The recipe of a link, all or nothing: load, check, compile, place, instantiate, bind, initialise.
 * Nothing of a program is visible outside until the last step is done.
 */
public final class LinkSession {
  private final LinkRequest request;
  private final LinkContext context;
  private final LinkTrace trace;
  private final ProgramGuest guest;
  private final HostModules hosts;
  private final PlainModules plain;

  private LinkSession(LinkRequest request, LinkContext context) {
    this.request = request;
    this.context = context;
    this.trace = request.trace();
    this.guest = new ProgramGuest(request);
    this.hosts = new HostModules(context.engine(), context.hosts(), guest);
    this.plain = new PlainModules(request.modules());
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
    LinkSession session = new LinkSession(request, context);
    boolean linked = false;
    Watchdog watchdog = new Watchdog(context.engine().newExecutionControl(), request.timeout(), id);
    try {
      LinkedProgram program = session.link(watchdog, id);
      linked = true;
      return program;
    } finally {
      if (!linked) {
        watchdog.close();
        session.hosts.close();
      }
    }
  }

  private LinkedProgram link(Watchdog watchdog, long id) throws LinkException {
    List<LoadedModule> modules = LibraryLoader.load(request, context.search());
    modules.forEach(m -> trace.step(m.name(), "loaded: " + m.library().origin()));
    LoadedModule main = modules.get(0);
    checkLibraries(modules.subList(1, modules.size()));
    SymbolScope scope = new SymbolScope(modules);
    new ImportChecker(scope, hosts, plain, request.bindNow()).check();
    compile(modules);
    compile(plain.inOrder());

    SymbolBinder binder = new SymbolBinder(context.engine(), scope, hosts, plain);
    AddressSpaceBuilder builder = new AddressSpaceBuilder(request, modules);
    InstanceLimits limits =
        new InstanceLimits(builder.limitPages(), InstanceLimits.NONE.tableElements());
    AddressSpace space = watchdog.call(() -> instantiate(main, modules, binder, builder, limits));
    watchdog.call(() -> initialize(modules, binder, space));
    return new LinkedProgram(id, request, modules, binder, space, hosts, watchdog);
  }

  private AddressSpace instantiate(
      LoadedModule main,
      List<LoadedModule> modules,
      SymbolBinder binder,
      AddressSpaceBuilder builder,
      InstanceLimits limits)
      throws LinkException {
    for (LoadedModule module : plain.inOrder()) {
      instantiate(module, binder, limits);
      Initializer.start(module);
    }
    AddressSpace space;
    if (main.isPositionIndependent()) {
      space = use(builder.create(context.engine()), binder);
      instantiate(main, binder, limits);
    } else {
      // Main comes first, started: its memory, table and stack pointer become everybody's.
      builder.checkExports(main);
      instantiate(main, binder, limits);
      Initializer.start(main);
      space = use(builder.adopt(main, context.engine()), binder);
    }
    for (LoadedModule library : modules.subList(1, modules.size())) {
      instantiate(library, binder, limits);
    }
    modules.forEach(m -> trace.step(m.name(), "placed: data " + m.data() + ", slots " + m.slots()));
    return space;
  }

  private AddressSpace use(AddressSpace space, SymbolBinder binder) {
    binder.setSpace(space);
    guest.setMemory(space.memory());
    return space;
  }

  private Void initialize(List<LoadedModule> modules, SymbolBinder binder, AddressSpace space)
      throws LinkException {
    binder.bindSlots();
    for (LoadedModule module : modules) {
      if (module.isPositionIndependent()) {
        Initializer.start(module);
      }
    }
    modules.forEach(module -> space.noteAddresses(module.slots()));
    binder.fillOffsets();
    trace.step(request.main().name(), "bound");
    Initializer initializer = new Initializer(modules, trace);
    initializer.applyRelocations();
    initializer.runConstructors();
    return null;
  }

  private void instantiate(LoadedModule module, SymbolBinder binder, InstanceLimits limits)
      throws LinkException {
    try {
      module.setInstance(module.compiled().instantiate(binder.bind(module), limits));
    } catch (EngineLimitException e) {
      throw LinkException.of(Reason.NO_SPACE, module.name(), e.getMessage(), e);
    }
  }

  private void compile(Iterable<LoadedModule> modules) throws LinkException {
    for (LoadedModule module : modules) {
      try {
        module.setCompiled(context.modules().compile(context.engine(), module.module()));
        trace.step(module.name(), "compiled");
      } catch (InvalidModuleException e) {
        throw new LinkException(
            List.of(
                new LinkException.Problem(Reason.MALFORMED, module.name(), "", "", e.getMessage())),
            e);
      }
    }
  }

  private static void checkLibraries(List<LoadedModule> libraries) throws LinkException {
    for (LoadedModule library : libraries) {
      if (library.module().dylink().isEmpty()) {
        throw LinkException.of(
            Reason.UNSUPPORTED,
            library.name(),
            "not a shared library: has no dylink.0 section (" + library.chain() + ")",
            null);
      }
    }
  }
}
