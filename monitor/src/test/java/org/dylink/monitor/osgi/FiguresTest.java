package org.dylink.monitor.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.linker.runtime.ProgramListener;
import org.dylink.monitor.FakeLinkerRuntime;
import org.dylink.monitor.Figures;
import org.dylink.monitor.ProgramEvent;
import org.dylink.monitor.ProgramEvent.Kind;
import org.junit.jupiter.api.Test;

/** What is counted of what the linker tells. */
class FiguresTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private final FakeLinkerRuntime runtime = new FakeLinkerRuntime();
  private final Counts counts = new Counts();
  private final EventLog log = new EventLog(Clock.fixed(NOW, ZoneOffset.UTC));

  private static TrapException trap(TrapKind kind) {
    return new TrapException(kind, "why", List.of(), null);
  }

  private void happens(ProgramListener listener) {
    listener.linkBegins(1, "a.wasm");
    listener.linked(
        FakeLinkerRuntime.program(1, "a.wasm", Program.State.READY, "jvm"), Duration.ofMillis(30));
    listener.notLinked(2, "b.wasm", List.of("b.wasm: no"), Duration.ofMillis(12));
    listener.opened(1, "libplug.so", Duration.ofMillis(5));
    listener.trapped(1, "a.wasm", trap(TrapKind.UNREACHABLE));
    listener.trapped(1, "a.wasm", trap(TrapKind.STOPPED));
    listener.trapped(1, "a.wasm", trap(TrapKind.TIMEOUT));
    listener.closed(FakeLinkerRuntime.program(1, "a.wasm", Program.State.CLOSED, "jvm"));
  }

  @Test
  void numbersAreThoseOfTheMomentAndOfAllThatHappened() {
    happens(counts);
    runtime.add("liba.so", LibraryState.AVAILABLE);
    runtime.add("libb.so", LibraryState.WAITING);
    runtime.add("libc.so", LibraryState.FAILED);
    runtime.add(3, "c.wasm", Program.State.RUNNING, "jvm");
    runtime.add(4, "d.wasm", Program.State.RUNNING, "jvm");
    Engine engine = engine(new EngineStatistics(20, Duration.ofMillis(40), 7, Optional.empty()));
    assertEquals(
        new Figures(2, 131_072, 2, 3, 1, 1, 1, 1, 42.0, 1, 5.0, 1, 2, 40, 80.0, 14),
        FiguresNow.of(runtime, List.of(engine, engine), counts));
  }

  @Test
  void theLatestComesFirst() {
    happens(log);
    assertEquals(
        List.of(
            event(Kind.CLOSED, 1, "a.wasm", 0, ""),
            event(Kind.TRAPPED, 1, "a.wasm", 0, "timeout: why"),
            event(Kind.TRAPPED, 1, "a.wasm", 0, "stopped: why"),
            event(Kind.TRAPPED, 1, "a.wasm", 0, "unreachable: why"),
            event(Kind.OPENED, 1, "libplug.so", 5, ""),
            event(Kind.NOT_LINKED, 2, "b.wasm", 12, "b.wasm: no"),
            event(Kind.LINKED, 1, "a.wasm", 30, "engine jvm, libraries: 2")),
        log.all());
  }

  @Test
  void aHundredAreKeptAndOfManyProblemsTwenty() {
    for (int i = 0; i < 150; i++) {
      log.notLinked(i, "x.wasm", Collections.nCopies(25, "no"), Duration.ZERO);
    }
    assertEquals(100, log.all().size());
    assertEquals(149, log.all().get(0).program());
    assertEquals("no\n".repeat(20) + "and 5 more", log.all().get(0).detail());
  }

  private static ProgramEvent event(
      Kind kind, long program, String name, long millis, String detail) {
    return new ProgramEvent(kind, NOW, program, name, Duration.ofMillis(millis), detail);
  }

  private static Engine engine(EngineStatistics statistics) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) -> statistics);
  }
}
