package org.dylink.monitor.health;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineAbsence;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Programs that do not run on the engine of the highest ranking, as they need what it lacks, or
 * were linked for another one; engines that somebody has allowed and that cannot work here; and
 * what engines cannot keep of what they compile (WARN).
 */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Dylink engines", HealthCheck.TAGS + "=dylink"})
public final class EnginesCheck implements HealthCheck {
  private final BundleContext context;
  private final LinkerRuntime runtime;

  /** Checks the engines of the framework. */
  @Activate
  public EnginesCheck(BundleContext context, @Reference LinkerRuntime runtime) {
    this.context = context;
    this.runtime = runtime;
  }

  @Override
  public Result execute() {
    Findings findings = new Findings();
    Collection<ServiceReference<Engine>> engines = services(Engine.class);
    best(engines).ifPresent(best -> checkPrograms(best, findings));
    services(EngineAbsence.class).forEach(absence -> tellAbsence(absence, findings));
    engines.forEach(engine -> checkCache(engine, findings));
    return findings.result("every program runs on the best engine, and what is compiled is kept");
  }

  private <T> Collection<ServiceReference<T>> services(Class<T> type) {
    try {
      return context.getServiceReferences(type, null);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("BUG: no filter was given", e);
    }
  }

  private static Optional<String> best(Collection<ServiceReference<Engine>> engines) {
    return engines.stream()
        .max(Comparator.naturalOrder())
        .map(engine -> String.valueOf(engine.getProperty(Engine.NAME)));
  }

  private void checkPrograms(String best, Findings findings) {
    for (ProgramDTO program : runtime.programs()) {
      if (!program.engine.equals(best)) {
        String why =
            program.fallback == null
                ? ""
                : ": " + Findings.withoutName(program.name, program.fallback);
        findings.add(
            Status.WARN,
            "program %d %s runs on engine %s, not on %s%s"
                .formatted(program.id, program.name, program.engine, best, why));
      }
    }
  }

  private void tellAbsence(ServiceReference<EngineAbsence> reference, Findings findings) {
    EngineAbsence absence = context.getService(reference);
    if (absence != null) {
      findings.add(Status.WARN, absence.toString());
      context.ungetService(reference);
    }
  }

  private void checkCache(ServiceReference<Engine> reference, Findings findings) {
    Engine engine = context.getService(reference);
    if (engine != null) {
      engine
          .statistics()
          .cacheProblem()
          .ifPresent(
              problem ->
                  findings.add(
                      Status.WARN,
                      "engine %s: what is compiled is not kept: %s"
                          .formatted(engine.name(), problem)));
      context.ungetService(reference);
    }
  }
}
