package org.dylink.linker.embed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.PrintableText;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.link.snapshot.KeptSnapshots;

/** The programs of one linker without a framework: nothing that they use goes before they do. */
final class LoosePrograms {
  private static final Logger LOG = System.getLogger(LoosePrograms.class.getName());
  private static final String NO_ENGINE =
      "no engine is on the class path: org.dylink.runtime has some";

  private final List<Engine> engines;
  private final Map<String, HostLibrary> hosts;
  private final PathSearch search;
  private final LinkDefaults defaults;
  private final ModuleCache modules = new ModuleCache();
  private final KeptSnapshots snapshots =
      new KeptSnapshots(message -> LOG.log(Level.INFO, PrintableText.of(message)));
  private final Map<Long, LinkedProgram> programs = new ConcurrentSkipListMap<>();
  private final AtomicLong nextId = new AtomicLong(1);
  private volatile boolean closed;

  LoosePrograms(
      List<Engine> engines,
      Map<String, HostLibrary> hosts,
      PathSearch search,
      LinkDefaults defaults) {
    this.engines = engines;
    this.hosts = hosts;
    this.search = search;
    this.defaults = defaults;
    search.onFound(this::keepCompiled);
  }

  /** Compiles a library once, however often it is linked. */
  void keepCompiled(Library library) {
    modules.retain(library.module());
  }

  LinkedProgram link(LinkRequest asked) throws LinkException {
    return link(asked, null);
  }

  /**
   * @param snapshot null for a program that begins as its modules say
   */
  LinkedProgram link(LinkRequest asked, Snapshot snapshot) throws LinkException {
    return linkBy(
        asked,
        (request, context, id) -> {
          LinkSession session = new LinkSession(request, context, id, snapshots);
          return snapshot == null ? session : session.from(snapshot);
        });
  }

  /** Makes an image; see {@link org.dylink.linker.Linker#prelink}. */
  byte[] prelink(LinkRequest asked) throws LinkException {
    try (LinkedProgram program = linkBy(asked, LinkSession::new)) {
      return program.prelinked();
    }
  }

  /** How a link begins. */
  @FunctionalInterface
  private interface Beginning {
    LinkSession session(LinkRequest request, LinkContext context, long id);
  }

  private LinkedProgram linkBy(LinkRequest asked, Beginning beginning) throws LinkException {
    LinkRequest request = asked.with(defaults);
    if (closed) {
      throw closedException(request);
    }
    LinkContext context =
        new LinkContext(
            new EngineDecision(engines, request.engine(), NO_ENGINE),
            modules,
            search,
            module -> Optional.ofNullable(hosts.get(module)),
            Admission.OPEN);
    long id = nextId.getAndIncrement();
    LinkedProgram program = beginning.session(request, context, id).link();
    program.onClose(() -> programs.remove(id));
    programs.put(id, program);
    // Looked at last: whoever closes meanwhile has seen the program, or is seen here.
    if (closed) {
      program.close();
      throw closedException(request);
    }
    return program;
  }

  List<EngineOutlook> engines(List<Library> modules) {
    return EngineDecision.outlooks(engines, modules);
  }

  List<Program> all() {
    return List.copyOf(programs.values());
  }

  void close() {
    closed = true;
    programs.values().forEach(program -> program.stop("the linker was closed"));
    programs.values().forEach(LinkedProgram::close);
  }

  private static LinkException closedException(LinkRequest request) {
    String detail = "not linked: the linker was closed";
    return LinkException.of(Reason.UNSUPPORTED, request.main().name(), detail, null);
  }
}
