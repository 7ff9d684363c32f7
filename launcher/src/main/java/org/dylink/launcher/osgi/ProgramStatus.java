package org.dylink.launcher.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Dictionary;
import java.util.Map;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Shows as a service what becomes of a program. One thread changes it, any may look. */
final class ProgramStatus implements ConfiguredProgram, AutoCloseable {
  private static final Logger LOG = System.getLogger(ProgramStatus.class.getName());

  private final String pid;
  private final String name;
  private volatile Moment now;
  private final ServiceRegistration<ConfiguredProgram> service;

  private record Moment(State state, Integer exitCode, String failure, int restarts) {}

  private ProgramStatus(BundleContext context, String pid, String name, Moment first) {
    this.pid = pid;
    this.name = name;
    this.now = first;
    this.service = context.registerService(ConfiguredProgram.class, this, properties(first));
  }

  static ProgramStatus waiting(BundleContext context, String pid, String name) {
    return new ProgramStatus(context, pid, name, new Moment(State.WAITING, null, null, 0));
  }

  static ProgramStatus failed(BundleContext context, String pid, String name, String why) {
    return new ProgramStatus(context, pid, name, new Moment(State.FAILED, null, why, 0));
  }

  void running(int restarts) {
    move(new Moment(State.RUNNING, now.exitCode(), now.failure(), restarts));
  }

  void ended(State state, Ending ending) {
    Integer exitCode = ending.exitCode().orElse(null);
    move(new Moment(state, exitCode, ending.failure(), now.restarts()));
  }

  /** Its library has gone; how the last run ended stays to be seen. */
  void waiting() {
    move(new Moment(State.WAITING, now.exitCode(), now.failure(), now.restarts()));
  }

  @Override
  public ConfiguredProgramDTO describe() {
    Moment moment = now;
    ConfiguredProgramDTO program = new ConfiguredProgramDTO();
    program.pid = pid;
    program.name = name;
    program.state = moment.state();
    program.exitCode = moment.exitCode();
    program.failure = moment.failure();
    program.restarts = moment.restarts();
    return program;
  }

  @Override
  public void close() {
    service.unregister();
  }

  private void move(Moment next) {
    if (next.equals(now)) {
      return;
    }
    now = next;
    try {
      service.setProperties(properties(next));
    } catch (IllegalStateException e) {
      LOG.log(Level.TRACE, "its configuration is gone", e);
    }
  }

  private Dictionary<String, ?> properties(Moment moment) {
    return FrameworkUtil.asDictionary(
        Map.of(Constants.SERVICE_PID, pid, NAME, name, STATE, moment.state().name()));
  }
}
