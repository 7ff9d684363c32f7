package org.dylink.monitor.health;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prelinked images that do not fit their programs, which start as if there were none (WARN). */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Dylink images", HealthCheck.TAGS + "=dylink"})
public final class ImagesCheck implements HealthCheck {
  private final LinkerRuntime runtime;

  /** Checks the images that one linker has seen. */
  @Activate
  public ImagesCheck(@Reference LinkerRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    runtime.ignoredImages().forEach(message -> findings.add(Status.WARN, message));
    return findings.result("no prelinked image is ignored");
  }
}
