package org.dylink.monitor.health;

import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * Programs whose memory is near its limit, from where malloc fails (WARN). A configuration with the
 * PID {@code org.dylink.monitor.memory} may set {@code percent}.
 */
@Component(
    service = HealthCheck.class,
    configurationPid = "org.dylink.monitor.memory",
    property = {
      HealthCheck.NAME + "=Dylink memory",
      HealthCheck.TAGS + "=dylink",
      MemoryCheck.PERCENT + ":Integer=90"
    })
public final class MemoryCheck implements HealthCheck {
  static final String PERCENT = "percent";
  private static final int USUAL = 90;

  private final Linker linker;
  private volatile int percent = USUAL;

  /** Checks the programs of one linker. */
  @Activate
  public MemoryCheck(@Reference Linker linker, Map<String, Object> properties) {
    this.linker = linker;
    configure(properties);
  }

  @Modified
  void configure(Map<String, Object> properties) {
    // Of what is no number from 1 to 100, nothing can be meant.
    String text = String.valueOf(properties.get(PERCENT));
    percent = text.matches("[1-9][0-9]?|100") ? Integer.parseInt(text) : USUAL;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    for (Program program : linker.programs()) {
      LinkMap map = program.linkMap();
      if (isNear(map)) {
        findings.add(
            Status.WARN,
            "program %d %s: memory has %d of at most %d pages, 64 KiB each"
                .formatted(program.id(), program.name(), map.memoryPages(), map.maximumPages()));
      }
    }
    return findings.result("no memory has " + percent + " % of its limit");
  }

  // One that cannot grow at all is as large as it was asked to be.
  private boolean isNear(LinkMap map) {
    return map.memoryPages() * 100 >= map.maximumPages() * percent
        && map.heapBase() < map.maximumPages() * 65_536L;
  }
}
