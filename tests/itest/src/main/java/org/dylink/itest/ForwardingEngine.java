package org.dylink.itest;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.format.MemoryType;
import org.dylink.format.WasmModule;
import org.dylink.testing.DelegatingEngine;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** An engine that lets another one do the work, and notes what is compiled. */
class ForwardingEngine extends DelegatingEngine {
  private final String name;
  private final List<WeakReference<Memory>> memories =
      Collections.synchronizedList(new ArrayList<>());
  private final List<WeakReference<CompiledModule>> modules =
      Collections.synchronizedList(new ArrayList<>());
  private final List<String> compiled = Collections.synchronizedList(new ArrayList<>());

  ForwardingEngine(String name, Engine engine) {
    super(engine);
    this.name = name;
  }

  ServiceRegistration<Engine> register(BundleContext context, int ranking) {
    return context.registerService(
        Engine.class,
        this,
        FrameworkUtil.asDictionary(Map.of(Engine.NAME, name, Constants.SERVICE_RANKING, ranking)));
  }

  /** The names of the modules that were compiled, in that order. */
  List<String> compiled() {
    return List.copyOf(compiled);
  }

  /** How many programs' memories are in use, or kept by someone by mistake. */
  long memoriesAlive() {
    return List.copyOf(memories).stream().filter(each -> each.get() != null).count();
  }

  /** How many compiled modules somebody has. */
  long modulesAlive() {
    return List.copyOf(modules).stream().filter(each -> each.get() != null).count();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    compiled.add(module.name());
    CompiledModule result = super.compile(module);
    modules.add(new WeakReference<>(result));
    return result;
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return noted(super.newMemory(type));
  }

  @Override
  public Memory newMemory(MemoryType type, MemoryImage image) {
    return noted(super.newMemory(type, image));
  }

  private Memory noted(Memory memory) {
    memories.add(new WeakReference<>(memory));
    return memory;
  }
}
