package org.dylink.testing;

import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dylink.engine.CompileWatch;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.HostFailure;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.LateInstances;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Readiness;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/** An engine that lets another one do the work; a test overrides what it wants to see. */
public abstract class DelegatingEngine implements Engine {
  private final Engine engine;

  /**
   * @param engine does the work
   */
  protected DelegatingEngine(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Set<Feature> features() {
    return engine.features();
  }

  @Override
  public List<Lack> lacks(WasmModule module) {
    return engine.lacks(module);
  }

  @Override
  public Readiness readiness(WasmModule module) {
    return engine.readiness(module);
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    return engine.compile(module);
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return engine.newMemory(type);
  }

  @Override
  public Memory newMemory(MemoryType type, MemoryImage image) {
    return engine.newMemory(type, image);
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
  public Function newFunction(
      String name, FunctionType type, MethodHandle handle, HostFailure failure) {
    return engine.newFunction(name, type, handle, failure);
  }

  @Override
  public RuntimeException newException(Tag tag, List<Object> values, Throwable thrown) {
    return engine.newException(tag, values, thrown);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return engine.newExecutionControl();
  }

  @Override
  public ExecutionControl newExecutionControl(int number, LateInstances late) {
    return engine.newExecutionControl(number, late);
  }

  @Override
  public boolean restoresInstances() {
    return engine.restoresInstances();
  }

  @Override
  public boolean replacesCode() {
    return engine.replacesCode();
  }

  @Override
  public EngineStatistics statistics() {
    return engine.statistics();
  }

  @Override
  public void watch(CompileWatch watch) {
    engine.watch(watch);
  }

  @Override
  public void stopAll(Collection<ExecutionControl> controls, String reason) {
    engine.stopAll(controls, reason);
  }
}
