package org.dylink.monitor.osgi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramListener;
import org.dylink.monitor.Figures;
import org.dylink.monitor.Monitor;
import org.dylink.monitor.ProgramEvent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Watches the programs of the framework's linker. */
@Component(immediate = true)
public final class MonitorComponent implements Monitor {
  private final LinkerRuntime runtime;
  private final Counts counts = new Counts();
  private final EventLog log = new EventLog(Clock.systemUTC());
  private final List<ServiceRegistration<ProgramListener>> listeners = new ArrayList<>();
  private final ManagedBean bean;

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<Engine> engines = List.of();

  /** Begins to count. */
  @Activate
  public MonitorComponent(BundleContext context, @Reference LinkerRuntime runtime) {
    this.runtime = runtime;
    for (ProgramListener listener : List.of(counts, log)) {
      listeners.add(context.registerService(ProgramListener.class, listener, null));
    }
    bean = ManagedBean.register(this, context);
  }

  @Deactivate
  void deactivate() {
    bean.close();
    listeners.forEach(ServiceRegistration::unregister);
  }

  @Override
  public Figures figures() {
    return FiguresNow.of(runtime, engines, counts);
  }

  @Override
  public List<ProgramEvent> events() {
    return log.all();
  }
}
