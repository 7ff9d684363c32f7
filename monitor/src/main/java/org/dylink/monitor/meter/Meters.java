package org.dylink.monitor.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.dylink.monitor.Figures;
import org.dylink.monitor.Monitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The numbers as meters of a registry that is a service. */
@Component(
    service = {},
    immediate = true)
public final class Meters {
  private final MeterRegistry registry;
  private final Monitor monitor;
  private final List<Meter> meters = new ArrayList<>();

  /** Comes with a registry, and adds the meters to it. */
  @Activate
  public Meters(@Reference MeterRegistry registry, @Reference Monitor monitor) {
    this.registry = registry;
    this.monitor = monitor;
    gauge("dylink.programs", "programs that are not closed", Figures::programs);
    gauge("dylink.memory", "what their memories have together, in bytes", Figures::memory);
    gauge("dylink.threads", "the threads that they have together", Figures::guestThreads);
    gauge("dylink.libraries", "libraries of all bundles", Figures::libraries);
    gauge("dylink.libraries.waiting", "libraries that wait", Figures::waitingLibraries);
    gauge("dylink.libraries.failed", "libraries that cannot be read", Figures::failedLibraries);
    count("dylink.links", "programs that were linked", Figures::linkTotal);
    count("dylink.links.failed", "programs that could not be", Figures::linkFailureTotal);
    time("dylink.links.time", "how long all links took", Figures::linkTimeTotal);
    count("dylink.opens", "libraries that running programs have opened", Figures::openTotal);
    time("dylink.opens.time", "how long that took", Figures::openTimeTotal);
    count("dylink.traps", "traps that ended a program or a call", Figures::trapTotal);
    count("dylink.stops", "programs that were stopped or ran out of time", Figures::stopTotal);
    count("dylink.compiled", "functions that were compiled", Figures::compiledTotal);
    time("dylink.compiled.time", "how long that took", Figures::compileTimeTotal);
    count("dylink.kept", "functions whose code was kept", Figures::keptTotal);
  }

  private void gauge(String name, String meaning, ToDoubleFunction<Figures> value) {
    meters.add(
        Gauge.builder(name, monitor, each -> value.applyAsDouble(each.figures()))
            .description(meaning)
            .register(registry));
  }

  private void count(String name, String meaning, ToDoubleFunction<Figures> value) {
    meters.add(
        FunctionCounter.builder(name, monitor, each -> value.applyAsDouble(each.figures()))
            .description(meaning)
            .register(registry));
  }

  private void time(String name, String meaning, ToDoubleFunction<Figures> value) {
    meters.add(
        TimeGauge.builder(
                name, monitor, TimeUnit.MILLISECONDS, each -> value.applyAsDouble(each.figures()))
            .description(meaning)
            .register(registry));
  }

  @Deactivate
  void deactivate() {
    meters.forEach(registry::remove);
  }
}
