package org.dylink.launcher.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.dylink.linker.Linker;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.Settings;
import org.dylink.linker.runtime.LibraryListener;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A configured program, as long as there is a linker. A changed configuration makes a new one. */
@Component(
    service = {},
    configurationPid = ProgramConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProgramConfiguration.class, factory = true)
public final class ProgramComponent {
  private static final Logger LOG = System.getLogger(ProgramComponent.class.getName());

  private final ProgramStatus status;
  private ProgramLoop loop; // null if the configuration is no good
  private ServiceRegistration<LibraryListener> listener; // null then too

  /** Runs the program as soon as its main library is there. */
  @Activate
  public ProgramComponent(
      BundleContext context,
      @Reference Linker linker,
      @Reference LinkerRuntime runtime,
      Map<String, Object> properties) {
    Settings settings =
        new Settings(String.valueOf(properties.get(Constants.SERVICE_PID)), properties);
    String name = settings.text("main").orElse(settings.pid());
    status = start(context, linker, runtime, settings, name);
  }

  private ProgramStatus start(
      BundleContext context, Linker linker, LinkerRuntime runtime, Settings settings, String name) {
    try {
      ProgramSettings program = ProgramSettings.of(settings);
      ProgramStatus first = ProgramStatus.waiting(context, settings.pid(), name);
      loop = new ProgramLoop(linker, runtime, program, first);
      listener = context.registerService(LibraryListener.class, loop, null);
      loop.begin();
      return first;
    } catch (MalformedValueException e) {
      LOG.log(Level.ERROR, e.getMessage() + ": not started");
      return ProgramStatus.failed(context, settings.pid(), name, e.getMessage());
    }
  }

  @Deactivate
  void deactivate() {
    if (loop != null) {
      listener.unregister();
      loop.close();
    }
    status.close();
  }
}
