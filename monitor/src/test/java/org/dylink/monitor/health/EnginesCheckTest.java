package org.dylink.monitor.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.EngineStatistics;
import org.dylink.linker.Program;
import org.dylink.monitor.FakeLinkerRuntime;
import org.dylink.monitor.Fakes;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class EnginesCheckTest {
  private static final EngineAbsence ABSENCE =
      new EngineAbsence("native", "/objects: others may write it: rwxrwxrwx");

  private final FakeLinkerRuntime runtime = new FakeLinkerRuntime();
  private final ServiceReference<?> slow = reference("slow");
  private final ServiceReference<?> fast = reference("fast");
  private final ServiceReference<?> absent = reference("absent");
  private List<ServiceReference<?>> absences = List.of();
  private Optional<String> problem = Optional.empty();

  private List<String> run() {
    BundleContext context =
        Fake.of(
            BundleContext.class,
            (method, arguments) ->
                switch (method) {
                  case "getServiceReferences" ->
                      arguments[0] == Engine.class ? List.of(slow, fast) : absences;
                  case "getService" -> arguments[0] == absent ? ABSENCE : engine(arguments[0]);
                  default -> true;
                });
    return StreamSupport.stream(new EnginesCheck(context, runtime).execute().spliterator(), false)
        .map(entry -> entry.getStatus() + " " + entry.getMessage())
        .toList();
  }

  private Engine engine(Object reference) {
    EngineStatistics done =
        reference == fast
            ? new EngineStatistics(0, Duration.ZERO, 0, problem)
            : EngineStatistics.NONE;
    String name = reference == fast ? "fast" : "slow";
    return Fakes.answering(Engine.class, Map.of("name", name, "statistics", done));
  }

  private static ServiceReference<?> reference(String name) {
    return Fake.of(
        ServiceReference.class,
        (method, arguments) ->
            switch (method) {
              case "getProperty" -> name;
              case "compareTo" -> name.equals("fast") ? 1 : -1;
              default -> null;
            });
  }

  @Test
  void aProgramOnAnotherEngineThanTheBestIsAWarning() {
    runtime.add(1, "a.wasm", Program.State.RUNNING, "fast");
    assertEquals(
        List.of("OK every program runs on the best engine, and what is compiled is kept"), run());
    runtime.add(2, "b.wasm", Program.State.RUNNING, "slow");
    runtime.add(3, "c.wasm", Program.State.RUNNING, "slow").fallback =
        "c.wasm: needs machine code, which engine fast lacks: there is none for linux-x86_64";
    assertEquals(
        List.of(
            "WARN program 2 b.wasm runs on engine slow, not on fast",
            "WARN program 3 c.wasm runs on engine slow, not on fast: needs machine code,"
                + " which engine fast lacks: there is none for linux-x86_64"),
        run());
  }

  @Test
  void anEngineThatIsAllowedAndCannotWorkIsAWarning() {
    absences = List.of(absent);
    assertEquals(
        List.of("WARN engine native stays away: /objects: others may write it: rwxrwxrwx"), run());
  }

  @Test
  void aCacheThatCannotBeWrittenIsAWarning() {
    problem = Optional.of("/c: cannot be written to");
    assertEquals(
        List.of("WARN engine fast: what is compiled is not kept: /c: cannot be written to"), run());
  }
}
