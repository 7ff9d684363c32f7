package org.dylink.monitor.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.linker.Program.State;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Programs that have trapped or were stopped, and that nobody has closed yet (WARN). */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Dylink programs", HealthCheck.TAGS + "=dylink"})
public final class ProgramsCheck implements HealthCheck {
  private final LinkerRuntime runtime;

  /** Checks the programs of one linker. */
  @Activate
  public ProgramsCheck(@Reference LinkerRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    for (ProgramDTO program : runtime.programs()) {
      if (program.state == State.FAILED) {
        findings.add(
            Status.WARN,
            "program %d %s has failed: %s"
                .formatted(
                    program.id, program.name, Findings.withoutName(program.name, program.failure)));
      }
    }
    return findings.result("no program has failed");
  }
}
