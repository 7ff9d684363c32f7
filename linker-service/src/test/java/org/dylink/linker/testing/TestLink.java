package org.dylink.linker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.dylink.engine.Engine;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Snapshot;
import org.dylink.linker.link.LinkSession;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.load.LinkContext;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.function.Executable;

/** Links programs in a test, and looks at what is left of them. */
public final class TestLink {
  private static final AtomicLong NEXT_ID = new AtomicLong(1);

  private final Engine engine;
  private final Libraries libraries = Libraries.none();
  private final Map<String, HostLibrary> hosts = new HashMap<>();
  private final List<FakeHost> fakes = new ArrayList<>();
  private final List<Consumer<LinkRequest.Builder>> options = new ArrayList<>();
  private ModuleCache modules = new ModuleCache();
  private boolean ownsModules = true;
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final List<String> trace = new ArrayList<>();
  private long lastId;

  private TestLink(Engine engine) {
    this.engine = engine;
    host(FakeWasi.create());
  }

  /** Without libraries, with {@link FakeWasi#create()}. */
  public static TestLink with(Engine engine) {
    return new TestLink(engine);
  }

  /** Adds libraries. */
  public TestLink libraries(ModuleBuilder... builders) {
    for (ModuleBuilder builder : builders) {
      libraries.add(builder);
    }
    return this;
  }

  /** The libraries, to add more. */
  public Libraries libraries() {
    return libraries;
  }

  /** Adds a host library, or replaces the one of its name. */
  public TestLink host(FakeHost host) {
    hosts.put(host.moduleName(), host);
    fakes.add(host);
    return this;
  }

  /** Adds a host library that counts nothing. */
  public TestLink hosts(HostLibrary host) {
    hosts.put(host.moduleName(), host);
    return this;
  }

  /** Shares what is compiled with other tests; the cache decides what is kept. */
  public TestLink cache(ModuleCache cache) {
    modules = cache;
    ownsModules = false;
    return this;
  }

  /** Keeps what is compiled of some libraries, as a bundle that is started does. */
  public TestLink keepCompiled(String... names) {
    for (String name : names) {
      modules.retain(libraries.get(name).module());
    }
    return this;
  }

  /** Changes each request. */
  public TestLink option(Consumer<LinkRequest.Builder> option) {
    options.add(option);
    return this;
  }

  /** Links a program. */
  public LinkedProgram link(ModuleBuilder main) throws LinkException {
    return link(TestLibrary.of(main));
  }

  /** Lets a program begin where another one was. */
  public LinkedProgram link(Snapshot snapshot) throws LinkException {
    lastId = NEXT_ID.getAndIncrement();
    return new LinkSession(snapshot.request(), context(), lastId).from(snapshot).link();
  }

  /** Links a program. */
  public LinkedProgram link(Library main) throws LinkException {
    LinkRequest.Builder request =
        LinkRequest.builder(main)
            .stdout(stdout)
            .trace((library, event) -> trace.add(library + ": " + event));
    options.forEach(option -> option.accept(request));
    lastId = NEXT_ID.getAndIncrement();
    return new LinkSession(request.build(), context(), lastId).link();
  }

  /** A link that must fail, and leave nothing. */
  public LinkException refuse(ModuleBuilder main) {
    return refuse(LinkException.class, TestLibrary.of(main));
  }

  /** A link that must fail, and leave nothing. */
  public LinkException refuse(Library main) {
    return refuse(LinkException.class, main);
  }

  /** A link that must fail as said, and leave nothing. */
  public <T extends Exception> T refuse(Class<T> kind, Library main) {
    Executable link = () -> link(main);
    T thrown = assertThrows(kind, link);
    assertNothingLeft();
    return thrown;
  }

  /** What surrounds the links. */
  public LinkContext context() {
    return new LinkContext(
        engine, modules, libraries, n -> Optional.ofNullable(hosts.get(n)), Admission.OPEN);
  }

  /** What programs have printed. */
  public String output() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  /** The steps of all links. */
  public List<String> trace() {
    return trace;
  }

  /**
   * Fails unless the last program's thread is gone, its hosts closed, and nothing compiled kept.
   */
  public void assertNothingLeft() {
    fakes.forEach(host -> assertEquals(0, host.openInstances(), host.moduleName()));
    if (ownsModules) {
      assertEquals(0, modules.size());
    }
    assertThreadsEnd();
  }

  /** Fails unless the thread that watches the last program's time ends. */
  public void assertThreadsEnd() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("dylink-timeout-" + lastId))
        .forEach(TestLink::assertEnds);
  }

  private static void assertEnds(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertFalse(thread.isAlive(), thread.getName());
  }
}
