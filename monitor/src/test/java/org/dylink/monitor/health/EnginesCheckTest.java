package org.dylink.monitor.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.linker.Program;
import org.dylink.monitor.FakeLinkerRuntime;
import org.dylink.monitor.Fakes;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class EnginesCheckTest {
  private final FakeLinkerRuntime runtime = new FakeLinkerRuntime();

  private List<String> run(Optional<String> problem) {
    BundleContext context =
        Fakes.answering(
            BundleContext.class,
            Map.of(
                "getServiceReferences",
                List.of(reference("slow", 1), reference("fast", 2)),
                "getService",
                Fakes.answering(
                    Engine.class,
                    Map.of(
                        "name",
                        "fast",
                        "statistics",
                        new EngineStatistics(0, Duration.ZERO, 0, problem))),
                "ungetService",
                true));
    return StreamSupport.stream(new EnginesCheck(context, runtime).execute().spliterator(), false)
        .map(entry -> entry.getStatus() + " " + entry.getMessage())
        .distinct()
        .toList();
  }

  private static ServiceReference<?> reference(String name, int ranking) {
    return (ServiceReference<?>)
        Proxy.newProxyInstance(
            ServiceReference.class.getClassLoader(),
            new Class<?>[] {ServiceReference.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getProperty" -> name;
                  case "compareTo" ->
                      Integer.compare(ranking, rankingOf((ServiceReference<?>) arguments[0]));
                  case "hashCode" -> ranking;
                  default -> null;
                });
  }

  private static int rankingOf(ServiceReference<?> reference) {
    return reference.hashCode();
  }

  @Test
  void aProgramOnAnotherEngineThanTheBestIsAWarning() {
    runtime.add(1, "a.wasm", Program.State.RUNNING, "fast");
    assertEquals(
        List.of("OK every program runs on the best engine, and what is compiled is kept"),
        run(Optional.empty()));
    runtime.add(2, "b.wasm", Program.State.RUNNING, "slow");
    assertEquals(
        List.of("WARN program 2 b.wasm runs on engine slow, not on fast"), run(Optional.empty()));
  }

  @Test
  void aCacheThatCannotBeWrittenIsAWarning() {
    assertEquals(
        List.of("WARN engine fast: what is compiled is not kept: /c: Permission denied"),
        run(Optional.of("/c: Permission denied")));
  }
}
