package org.dylink.monitor.flight;

import org.dylink.engine.Engine;
import org.dylink.linker.runtime.ProgramListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Writes events to recordings, in a JVM that makes some. */
@Component(
    service = {},
    immediate = true)
public final class FlightComponent {
  // Both are null where there are no recordings.
  private final ServiceRegistration<ProgramListener> registration;
  private final FlightEvents events;

  /** Begins to listen. */
  @Activate
  public FlightComponent(BundleContext context) {
    events = events();
    registration =
        events == null ? null : context.registerService(ProgramListener.class, events, null);
  }

  private static FlightEvents events() {
    try {
      return new FlightEvents();
    } catch (NoClassDefFoundError e) {
      // A JVM without the module jdk.jfr: the bundle imports it as optional.
      return null;
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addEngine(Engine engine) {
    engine.watch(events);
  }

  void removeEngine(Engine engine) {
    engine.watch(null);
  }

  @Deactivate
  void deactivate() {
    if (registration != null) {
      registration.unregister();
      events.close();
    }
  }
}
