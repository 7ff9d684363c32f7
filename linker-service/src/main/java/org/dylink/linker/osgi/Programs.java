package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.PrintableText;
import org.dylink.linker.Library;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.EngineDecision;
import org.dylink.linker.link.load.EngineSource.Needed;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.link.snapshot.KeptSnapshots;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ProgramListener;

/** The programs that are linked or being linked. Threads may share it. */
final class Programs {
  private static final Logger LOG = System.getLogger(Programs.class.getName());

  private final ModuleCache modules;
  private final WireSearch search;
  private final EngineChoice engines;
  private final HostChoice hosts;
  private final Policies policies;
  private final List<ProgramListener> listeners;
  private final KeptSnapshots snapshots = new KeptSnapshots(Programs::tellIgnored);
  private final Map<Long, ProgramHold> holds = new ConcurrentSkipListMap<>();
  private final AtomicLong nextId = new AtomicLong(1);
  private Runnable whenOneEnds = () -> {};
  private volatile LinkDefaults defaults = LinkDefaults.NONE;
  private volatile boolean ended;

  Programs(
      ModuleCache modules,
      WireSearch search,
      EngineChoice engines,
      HostChoice hosts,
      Policies policies,
      List<ProgramListener> listeners) {
    this.modules = modules;
    this.search = search;
    this.engines = engines;
    this.hosts = hosts;
    this.policies = policies;
    this.listeners = listeners;
  }

  /** What to do when a program is closed: libraries that are gone may be unused now. */
  void onEnd(Runnable action) {
    whenOneEnds = action;
  }

  /** What holds for programs that are linked from now on. */
  void setDefaults(LinkDefaults configured) {
    defaults = configured;
  }

  LinkDefaults defaults() {
    return defaults;
  }

  /**
   * @param snapshot null for a program that begins as its modules say
   */
  LinkedProgram link(LinkRequest asked, Snapshot snapshot) throws LinkException {
    return link(
        asked,
        (request, context, id) -> {
          LinkSession session = new LinkSession(request, context, id, snapshots);
          return snapshot == null ? session : session.from(snapshot);
        });
  }

  /** How a link begins. */
  @FunctionalInterface
  private interface Beginning {
    LinkSession session(LinkRequest request, LinkContext context, long id);
  }

  /** Makes an image of what a link makes of a request; see {@link Linker#prelink}. */
  byte[] prelink(LinkRequest asked) throws LinkException {
    try (LinkedProgram program = link(asked, LinkSession::new)) {
      return program.prelinked();
    }
  }

  private LinkedProgram link(LinkRequest asked, Beginning beginning) throws LinkException {
    LinkRequest request = asked.with(defaults);
    long id = nextId.getAndIncrement();
    ProgramHold hold = new ProgramHold(request, policies, listeners, id);
    holds.put(id, hold);
    boolean linked = false;
    try {
      LinkedProgram program = linkAndTell(request, beginning, hold, id);
      linked = true;
      return program;
    } finally {
      if (!linked) {
        forget(id);
      }
    }
  }

  private LinkedProgram linkAndTell(
      LinkRequest request, Beginning beginning, ProgramHold hold, long id) throws LinkException {
    if (listeners.isEmpty()) {
      return link(request, beginning, hold, id);
    }
    String name = request.main().name();
    ProgramNews.tell(listeners, each -> each.linkBegins(id, name));
    long start = System.nanoTime();
    try {
      LinkedProgram program = link(request, beginning, hold, id);
      Duration time = since(start);
      ProgramDTO dto = RuntimeView.describe(program, hold);
      ProgramNews.tell(listeners, each -> each.linked(dto, time));
      return program;
    } catch (LinkException e) {
      tellNotLinked(id, name, e.problems().stream().map(Problem::message).toList(), start);
      throw e;
    } catch (RuntimeException | Error e) {
      tellNotLinked(id, name, List.of(String.valueOf(e.getMessage())), start);
      throw e;
    }
  }

  private void tellNotLinked(long id, String name, List<String> problems, long start) {
    Duration time = since(start);
    ProgramNews.tell(listeners, each -> each.notLinked(id, name, problems, time));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Of all programs, whether they are linked yet or not. */
  Map<Long, ProgramHold> holds() {
    return holds;
  }

  /** See {@link org.dylink.linker.runtime.LinkerRuntime#ignoredImages}. */
  List<String> ignoredImages() {
    return snapshots.ignoredImages();
  }

  List<Program> all() {
    return holds.values().stream()
        .flatMap(hold -> hold.program().stream())
        .map(Program.class::cast)
        .toList();
  }

  /** Ends, or leaves, as each was asked for, the programs that have a library. */
  void withdraw(Collection<BundleLibrary> libraries) {
    for (BundleLibrary library : libraries) {
      withdraw(library, library.describe());
    }
  }

  /** Ends, or leaves, as each was asked for, the programs that use an engine or a host library. */
  void withdraw(Object part, String what) {
    snapshots.forget(part);
    for (ProgramHold hold : holds.values()) {
      if (hold.holds(part)) {
        hold.withdrawn(part, what);
      }
    }
  }

  /** The ids of the programs that have a library of a capability, whichever object it is. */
  List<Long> using(LibraryKey key) {
    return holds.entrySet().stream()
        .filter(entry -> entry.getValue().libraries().stream().anyMatch(each -> is(key, each)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Closes all of them, and whatever is linked later. */
  void endAll() {
    ended = true;
    holds.values().forEach(hold -> hold.end("the linker was stopped"));
    all().forEach(Programs::close);
  }

  private LinkedProgram link(LinkRequest request, Beginning beginning, ProgramHold hold, long id)
      throws LinkException {
    // Looked at after the hold is in the map: whoever stops in between sees one or the other.
    if (ended) {
      hold.end("the linker was stopped");
    }
    LinkContext context =
        new LinkContext(
            modulesOfProgram -> choose(request, hold, modulesOfProgram),
            modules,
            search,
            module -> hosts.find(module).flatMap(host -> hold.take(host, hosts)),
            hold);
    LinkSession session = beginning.session(request, context, id);
    hold.begin(session);
    engines.decisionFor(request).requireSome(request.main());
    try {
      LinkedProgram program = session.link();
      program.onClose(
          () -> {
            tellClosed(program, hold);
            forget(id);
          });
      return hold.linked(program);
    } finally {
      // What was withdrawn meanwhile was forgotten before it was noted.
      hold.parts().stream().filter(this::isGone).forEach(snapshots::forget);
    }
  }

  private boolean isGone(Object part) {
    return (part instanceof BundleLibrary library && library.isWithdrawn())
        || (part instanceof HostLibrary host && !hosts.isThere(host))
        || (part instanceof Engine engine && !engines.isThere(engine));
  }

  // Held before it is looked for: whoever withdraws it in between sees the hold, or is seen here.
  private Engine choose(LinkRequest request, ProgramHold hold, List<Needed> needed)
      throws LinkException {
    EngineDecision decision = engines.decisionFor(request);
    Engine engine = decision.choose(needed);
    decision.againstBest(needed).ifPresent(why -> tellFallback(why, engine, hold));
    hold.use(engine);
    if (!engines.isThere(engine)) {
      hold.withdrawn(engine, "engine " + engine.name());
    }
    return engine;
  }

  private static void tellFallback(String why, Engine engine, ProgramHold hold) {
    LOG.log(Level.INFO, "{0}: it runs on {1}", why, engine.name());
    hold.noteFallback(why);
  }

  private void tellClosed(LinkedProgram program, ProgramHold hold) {
    if (!listeners.isEmpty()) {
      ProgramDTO dto = RuntimeView.describe(program, hold);
      ProgramNews.tell(listeners, each -> each.closed(dto));
    }
  }

  private void forget(long id) {
    holds.remove(id);
    whenOneEnds.run();
  }

  private static boolean is(LibraryKey key, Library library) {
    return library instanceof BundleLibrary own && LibraryKey.of(own.capability()).equals(key);
  }

  private static void tellIgnored(String message) {
    LOG.log(Level.INFO, PrintableText.of(message));
  }

  // A host library that cannot close one program's files must not keep the others open.
  private static void close(Program program) {
    try {
      program.close();
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "{0}: not closed cleanly: {1}",
          PrintableText.of(program.name()),
          e.getMessage());
    }
  }
}
