package org.dylink.engine.jvm;

import java.io.File;
import org.dylink.engine.Engine;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The engine as a service. A class of its own: in plain Java there is no framework to name. */
@Component(
    service = Engine.class,
    configurationPid = JvmEngineComponent.ENGINE_PID,
    property = {Engine.NAME + "=" + JvmEngine.ENGINE_NAME, "service.ranking:Integer=20"})
public final class JvmEngineComponent extends JvmEngine {
  static final String ENGINE_PID = "org.dylink.engine.jvm";

  /** The framework property that says where compiled classes are kept. */
  static final String CACHE = "dylink.cache";

  private static final String NO_CACHE = "none";

  /**
   * Configured with {@code verify=eager}, the engine validates whole modules when they are loaded.
   */
  @Activate
  public JvmEngineComponent(BundleContext context, EngineConfiguration configuration) {
    super("eager".equals(configuration.verify()), folder(context, configuration));
  }

  private static File folder(BundleContext context, EngineConfiguration configuration) {
    String configured = configuration.cache();
    String place = configured.isEmpty() ? context.getProperty(CACHE) : configured;
    if (NO_CACHE.equals(place)) {
      return null;
    }
    // Some frameworks have no place for files of bundles.
    return place == null ? context.getDataFile("classes") : new File(place);
  }

  @Deactivate
  void deactivate() {
    save();
  }
}
