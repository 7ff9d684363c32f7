package org.dylink.machine.run;

import java.nio.file.Path;
import org.dylink.engine.Engine;
import org.dylink.engine.machine.MachineCompiler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The engine as a service, where the configuration allows it. */
@Component(
    service = Engine.class,
    configurationPid = NativeEngineComponent.ENGINE_PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    property = {Engine.NAME + "=" + NativeEngine.ENGINE_NAME, "service.ranking:Integer=30"})
public final class NativeEngineComponent extends NativeEngine {
  static final String ENGINE_PID = "org.dylink.engine.native";

  private final KeptObjects objects;

  /**
   * @param compiler makes code in the background, if one is installed
   */
  @Activate
  public NativeEngineComponent(
      EngineConfiguration configuration,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          MachineCompiler compiler) {
    this(new KeptObjects(Path.of(configuration.folder()), compiler));
  }

  private NativeEngineComponent(KeptObjects objects) {
    super(objects);
    this.objects = objects;
  }

  @Deactivate
  void deactivate() {
    objects.close();
  }
}
