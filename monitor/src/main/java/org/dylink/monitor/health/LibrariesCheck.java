package org.dylink.monitor.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Libraries that wait (WARN) or cannot be read (CRITICAL). */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Dylink libraries", HealthCheck.TAGS + "=dylink"})
public final class LibrariesCheck implements HealthCheck {
  private final LinkerRuntime runtime;

  /** Checks the libraries of one linker. */
  @Activate
  public LibrariesCheck(@Reference LinkerRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    for (LibraryDTO library : runtime.libraries()) {
      switch (library.state) {
        case WAITING -> findings.add(Status.WARN, describe(library, "waits"));
        case FAILED -> findings.add(Status.CRITICAL, describe(library, "cannot be read"));
        default -> {}
      }
    }
    return findings.result("no library waits");
  }

  private static String describe(LibraryDTO library, String state) {
    String reasons = Findings.withoutName(library.name, String.join("; ", library.reasons));
    return "%s %s of bundle %d %s: %s"
        .formatted(library.name, library.version, library.bundle, state, reasons);
  }
}
