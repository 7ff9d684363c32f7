package org.dylink.linker.testing;

import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/** Another engine, which knows what of its work nobody has let go of. */
public final class TrackingEngine implements Engine {
  // A full collection clears weak references; a second one is for what finalisation kept.
  private static final int COLLECTIONS = 10;

  private final Engine engine;
  private final List<WeakReference<Object>> made = new ArrayList<>(); // guarded by this
  private final List<String> compiled = new CopyOnWriteArrayList<>();

  /** Tracks an engine's compiled modules, instances and memories. */
  public TrackingEngine(Engine engine) {
    this.engine = engine;
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
  public String name() {
    return engine.name();
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    compiled.add(module.name());
    return track(new TrackedModule(engine.compile(module)));
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return track(engine.newMemory(type));
  }

  @Override
  public Table newTable(TableType type) {
    return engine.newTable(type);
  }

  @Override
  public Global newGlobal(GlobalType type, Object value) {
    return engine.newGlobal(type, value);
  }

  @Override
  public Tag newTag(TagType type) {
    return engine.newTag(type);
  }

  @Override
  public FunctionSlot newSlot(String symbol, FunctionType type) {
    return engine.newSlot(symbol, type);
  }

  @Override
  public Function newFunction(String name, FunctionType type, MethodHandle handle) {
    return engine.newFunction(name, type, handle);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return engine.newExecutionControl();
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
  }
}
