package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** One program's configuration, and the states that the program goes through. */
final class Configured implements ServiceListener {
  static final String WAITING = "WAITING";
  static final String RUNNING = "RUNNING";
  static final String EXITED = "EXITED";
  static final String FAILED = "FAILED";
  static final String BACKING_OFF = "BACKING_OFF";

  /** Behind the last state: the service has gone. */
  static final String GONE = "GONE";

  static final String PID = "org.dylink.program~test";
  private static final String FILTER = "(" + Constants.SERVICE_PID + "=" + PID + ")";
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final BundleContext context;
  private final Configurations configurations;
  private final List<String> states = new ArrayList<>(); // guarded by this

  Configured(BundleContext context) throws InvalidSyntaxException {
    this.context = context;
    this.configurations = new Configurations(context);
    context.addServiceListener(this, FILTER);
  }

  void set(Map<String, ?> properties) throws Exception {
    configurations.set(PID, properties);
  }

  /** Sets the configuration to run {@link Mains#NAME}. */
  void setMain(Map<String, ?> properties) throws Exception {
    Map<String, Object> all = new HashMap<>(Map.of("main", Mains.NAME));
    all.putAll(properties);
    set(all);
  }

  void delete() throws Exception {
    configurations.delete(PID);
  }

  @Override
  public synchronized void serviceChanged(ServiceEvent event) {
    boolean gone = event.getType() == ServiceEvent.UNREGISTERING;
    Object state = event.getServiceReference().getProperty(ConfiguredProgram.STATE);
    states.add(gone ? GONE : state.toString());
    notifyAll();
  }

  /**
   * Waits until the program has gone through these states since it was configured, and no other.
   */
  synchronized void await(String... expected) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (states.size() < expected.length) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        fail("expected " + List.of(expected) + ", but there were " + states);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    assertEquals(List.of(expected), states);
  }

  ConfiguredProgramDTO program() throws Exception {
    for (ServiceReference<ConfiguredProgram> service :
        context.getServiceReferences(ConfiguredProgram.class, FILTER)) {
      return context.getService(service).describe();
    }
    throw new AssertionError("no configured program");
  }

  /** Deletes the configuration, if there is one, and waits until its program has gone. */
  void end() throws Exception {
    configurations.deleteAll();
    context.removeServiceListener(this);
  }
}
