package org.dylink.app.launch;

import java.util.Map;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A bundle whose Java function ends the whole process. */
public final class ExitBundle implements BundleActivator {
  /** The import module of its function. */
  static final String MODULE = "process";

  @Override
  public void start(BundleContext context) {
    context.registerService(
        HostLibrary.class,
        HostLibrary.of(MODULE, new Functions()),
        FrameworkUtil.asDictionary(Map.of(HostLibrary.MODULE, MODULE)));
  }

  @Override
  public void stop(BundleContext context) {}

  /** What a program calls. */
  public static final class Functions {
    /** Does not return: a shutdown hook waits for whoever the framework waits for. */
    @HostSymbol
    public void end(int code) {
      System.exit(code);
    }
  }
}
