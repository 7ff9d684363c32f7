package org.dylink.machine.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.CompilerFolder;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.machine.MachineCodePolicy;
import org.dylink.machine.objects.BesideModule;
import org.dylink.machine.objects.KeptHere;
import org.dylink.machine.objects.KeptObjects;
import org.dylink.machine.objects.ObjectMaker;
import org.dylink.machine.run.NativeEngine;
import org.dylink.machine.run.PerfMap;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Registers the engine where somebody has allowed it, by a folder of machine code, above {@code
 * jvm}; elsewhere it says once why not.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = EngineSettings.PID)
@Designate(ocd = NativeConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.dylink.engine.Engine\"")
public final class NativeEngineComponent {
  private static final Logger LOG = System.getLogger(NativeEngine.class.getName());
  private static final int ABOVE_JVM = 30;

  private final Optional<ObjectMaker> maker;
  private final ServiceRegistration<?> service; // null where nobody has asked for the engine

  /**
   * Registers the engine, or says why not.
   *
   * @param policy says which code in bundles is run, beside what the configuration trusts
   */
  @Activate
  public NativeEngineComponent(
      BundleContext context,
      NativeConfiguration configuration,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          MachineCodePolicy policy) {
    EngineSettings settings = new EngineSettings(context, configuration);
    Optional<ObjectFolder> folder = settings.folder();
    Optional<String> refusal = refusal(folder).or(settings::problem);
    if (refusal.isPresent()) {
      LOG.log(Level.INFO, "engine native stays away: {0}", refusal.get());
      maker = Optional.empty();
      service = folder.isEmpty() ? null : absence(context, refusal.get());
      return;
    }
    if (settings.perf()) {
      PerfMap.write();
    }
    MachineCodePolicy configured = settings.trust();
    BesideModule bundles =
        policy == null
            ? new BesideModule(Platform.NAME, configured)
            : new BesideModule(Platform.NAME, configured, policy);
    Optional<CompilerFolder> compiler = settings.compiler();
    maker = compiler.map(found -> settings.maker(found, folder.get()));
    KeptHere kept = new KeptHere(folder.get(), Platform.NAME, compiler);
    service = register(context, newEngine(kept, bundles));
  }

  private static Optional<String> refusal(Optional<ObjectFolder> folder) {
    if (!Platform.isKnown()) {
      return Optional.of("it does not run on " + Platform.NAME);
    } else if (folder.isEmpty()) {
      return Optional.of("nobody has allowed it by folder of the PID " + EngineSettings.PID);
    }
    try {
      folder.get().require();
      return Optional.empty();
    } catch (UnfitObjectException e) {
      return Optional.of(e.getMessage());
    }
  }

  // Somebody has allowed it and does not get it.
  private static ServiceRegistration<EngineAbsence> absence(BundleContext context, String why) {
    EngineAbsence absence = new EngineAbsence(NativeEngine.ENGINE_NAME, why);
    return context.registerService(EngineAbsence.class, absence, null);
  }

  private NativeEngine newEngine(KeptHere kept, BesideModule bundles) {
    return new NativeEngine(
        new KeptObjects(
            List.of(kept, bundles),
            Platform.NAME,
            maker.<KeptObjects.Maker>map(made -> made).orElse(KeptObjects.Maker.NONE)));
  }

  private static ServiceRegistration<Engine> register(BundleContext context, NativeEngine engine) {
    Map<String, Object> properties =
        Map.of(Engine.NAME, NativeEngine.ENGINE_NAME, "service.ranking", ABOVE_JVM);
    return context.registerService(Engine.class, engine, FrameworkUtil.asDictionary(properties));
  }

  @Deactivate
  void deactivate() {
    if (service != null) {
      service.unregister();
    }
    PerfMap.end();
    maker.ifPresent(ObjectMaker::close);
  }
}
