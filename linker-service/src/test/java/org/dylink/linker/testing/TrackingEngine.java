package org.dylink.linker.testing;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.format.MemoryType;
import org.dylink.format.WasmModule;
import org.dylink.testing.DelegatingEngine;

/** Another engine, which knows what of its work nobody has let go of. */
public final class TrackingEngine extends DelegatingEngine {
  // A full collection clears weak references; a second one is for what finalisation kept.
  private static final int COLLECTIONS = 10;

  private final List<WeakReference<Object>> made = new ArrayList<>(); // guarded by this
  private final List<String> compiled = new CopyOnWriteArrayList<>();

  /** Tracks an engine's compiled modules, instances and memories. */
  public TrackingEngine(Engine engine) {
    super(engine);
  }

  /** How many objects are alive, asked until they are no more than expected or do not go. */
  public int alive(int expected) {
    for (int i = 0; i < COLLECTIONS && count() > expected; i++) {
      System.gc();
    }
    return count();
  }

  /** The names of the modules that were compiled, as often as they were. */
  public List<String> compiled() {
    return compiled;
  }

  private synchronized int count() {
    made.removeIf(reference -> reference.get() == null);
    return made.size();
  }

  private synchronized <T> T track(T object) {
    made.add(new WeakReference<>(object));
    return object;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    compiled.add(module.name());
    return track(new TrackedModule(super.compile(module)));
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return track(super.newMemory(type));
  }

  @Override
  public Memory newMemory(MemoryType type, MemoryImage image) {
    return track(super.newMemory(type, image));
  }

  private final class TrackedModule implements CompiledModule {
    private final CompiledModule compiled;

    TrackedModule(CompiledModule compiled) {
      this.compiled = compiled;
    }

    @Override
    public WasmModule module() {
      return compiled.module();
    }

    @Override
    public Instance instantiate(List<? extends Extern> imports, InstanceLimits limits) {
      return track(compiled.instantiate(imports, limits));
    }

    @Override
    public Instance instantiate(
        List<? extends Extern> others, LateFunctions functions, InstanceLimits limits) {
      return track(compiled.instantiate(others, functions, limits));
    }
  }
}
