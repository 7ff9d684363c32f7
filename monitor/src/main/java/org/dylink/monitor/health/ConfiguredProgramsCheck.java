package org.dylink.monitor.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.launcher.LauncherRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Configured programs that have failed for good (CRITICAL), wait or are about to start again
 * (WARN).
 */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Dylink configured programs", HealthCheck.TAGS + "=dylink"})
public final class ConfiguredProgramsCheck implements HealthCheck {
  private final LauncherRuntime launcher;

  /** Comes with the launcher. */
  @Activate
  public ConfiguredProgramsCheck(@Reference LauncherRuntime launcher) {
    this.launcher = launcher;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    for (ConfiguredProgramDTO program : launcher.programs()) {
      switch (program.state) {
        case FAILED -> findings.add(Status.CRITICAL, describe(program, "has failed"));
        case BACKING_OFF ->
            findings.add(
                Status.WARN, describe(program, "starts again, by now " + restarts(program)));
        case WAITING -> findings.add(Status.WARN, describe(program, "waits for its main library"));
        default -> {}
      }
    }
    return findings.result("no configured program has failed or waits");
  }

  private static String restarts(ConfiguredProgramDTO program) {
    return program.restarts == 1 ? "1 restart" : program.restarts + " restarts";
  }

  private static String describe(ConfiguredProgramDTO program, String state) {
    String code = program.exitCode == null ? "" : ": exit code " + program.exitCode;
    return who(program) + " " + state + code + why(program);
  }

  // The name is the PID where the configuration has none.
  private static String who(ConfiguredProgramDTO program) {
    return program.name.equals(program.pid) ? program.pid : program.name + " (" + program.pid + ")";
  }

  // A run's messages begin with the program's name, those of a bad configuration with the PID.
  private static String why(ConfiguredProgramDTO program) {
    return program.failure == null
        ? ""
        : ": "
            + Findings.withoutName(
                program.pid, Findings.withoutName(program.name, program.failure));
  }
}
