package org.dylink.monitor.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dylink.monitor.Fakes;
import org.dylink.monitor.Figures;
import org.dylink.monitor.Monitor;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final Figures FIGURES =
      new Figures(1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10, 11.5, 12, 13, 14, 15.5, 16);

  @Test
  void aRegistryHasEachFigureUntilTheMonitorGoes() {
    MeterRegistry registry = new SimpleMeterRegistry();
    Monitor monitor = Fakes.answering(Monitor.class, Map.of("figures", FIGURES));
    Meters meters = new Meters(registry, monitor);
    List<Integer> gauges =
        List.of("programs", "memory", "threads", "libraries", "libraries.waiting").stream()
            .map(name -> (int) registry.get("dylink." + name).gauge().value())
            .toList();
    assertEquals(List.of(1, 2, 3, 4, 5), gauges);
    assertEquals(7, registry.get("dylink.links").functionCounter().count());
    assertEquals(16, registry.get("dylink.kept").functionCounter().count());
    assertEquals(
        9.5, registry.get("dylink.links.time").timeGauge().value(TimeUnit.MILLISECONDS), 1e-9);
    assertEquals(16, registry.getMeters().size());
    meters.deactivate();
    assertEquals(0, registry.getMeters().size());
  }
}
