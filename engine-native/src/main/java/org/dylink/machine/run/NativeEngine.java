package org.dylink.machine.run;

import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.LateInstances;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Readiness;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.machine.MachineFeatures;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;
import org.dylink.machine.objects.ObjectSource;

/** Runs machine code. */
public final class NativeEngine implements Engine {
  /** The value of {@link Engine#NAME}. */
  public static final String ENGINE_NAME = "native";

  private static final String CODE = "machine code";

  static {
    NativeThread.serveBy(Services.ADDRESS);
  }

  private final ObjectSource objects;

  /**
   * @param objects has the code of modules, which is run without a check
   */
  public NativeEngine(ObjectSource objects) {
    this.objects = objects;
  }

  @Override
  public String name() {
    return ENGINE_NAME;
  }

  @Override
  public Set<Feature> features() {
    return MachineFeatures.ALL;
  }

  @Override
  public List<Lack> lacks(WasmModule module) {
    return lacks(module, objects::missing);
  }

  @Override
  public Readiness readiness(WasmModule module) {
    return new Readiness(objects.forms(module), lacks(module, objects::outlook));
  }

  /** It compiles nothing itself; what a compiler makes for it may have no place. */
  @Override
  public EngineStatistics statistics() {
    return new EngineStatistics(0, Duration.ZERO, 0, objects.problem());
  }

  private static List<Lack> lacks(
      WasmModule module, java.util.function.Function<WasmModule, Optional<String>> code) {
    List<Lack> lacks = MachineFeatures.lacks(module);
    if (!Platform.isKnown()) {
      lacks.add(new Lack(CODE, "this engine does not run on " + Platform.NAME));
    } else if (Processor.LACK.isPresent()) {
      lacks.add(new Lack(CODE, "this processor has no " + Processor.LACK.get()));
    } else if (lacks.isEmpty()) {
      // Nothing is made for what could not run.
      code.apply(module).ifPresent(why -> lacks.add(new Lack(CODE, why)));
    }
    return lacks;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    List<Lack> lacks = lacks(module);
    if (!lacks.isEmpty()) {
      throw InvalidModuleException.lacking(module.name(), ENGINE_NAME, lacks.get(0));
    }
    try {
      return new NativeModule(new MappedModule(ModuleCodeReader.read(module), objects.get(module)));
    } catch (InvalidCodeException e) {
      throw new InvalidModuleException(module.name(), e.getMessage(), e);
    }
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return new NativeMemory(type, Long.MAX_VALUE);
  }

  @Override
  public Memory newMemory(MemoryType type, MemoryImage image) {
    return new NativeMemory(type, Long.MAX_VALUE, image);
  }

  @Override
  public Table newTable(TableType type) {
    return new NativeTable(type, Long.MAX_VALUE);
  }

  @Override
  public Global newGlobal(GlobalType type, Object value) {
    return new NativeGlobal(type, value);
  }

  @Override
  public Tag newTag(TagType type) {
    return new NativeTag(type);
  }

  @Override
  public FunctionSlot newSlot(String symbol, FunctionType type) {
    return new NativeSlot(symbol, type);
  }

  @Override
  public Function newFunction(String function, FunctionType type, MethodHandle handle) {
    return new ServedFunction.OfJava(function, type, handle);
  }

  @Override
  public RuntimeException newException(Tag tag, List<Object> values, Throwable thrown) {
    return NativeException.carrying(thrown, (NativeTag) tag, values);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return new NativeControl();
  }

  @Override
  public ExecutionControl newExecutionControl(int number, LateInstances late) {
    return new NativeControl(number, late);
  }

  @Override
  public boolean restoresInstances() {
    return true;
  }

  @Override
  public boolean replacesCode() {
    return true;
  }

  @Override
  public void stopAll(Collection<ExecutionControl> controls, String reason) {
    NativeControl.stopAll(controls.stream().map(NativeControl.class::cast).toList(), reason);
  }
}
