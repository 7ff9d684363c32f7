package org.dylink.engine.endive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;

/** A module that Endive has parsed, validated and, with the compiler, compiled. */
final class EndiveModule implements CompiledModule {
  private final WasmModule module;
  private final run.endive.wasm.WasmModule parsed;
  private final MachineSource machines;
  private final Map<FunctionType, run.endive.wasm.WasmModule> standIns = new ConcurrentHashMap<>();

  EndiveModule(WasmModule module, run.endive.wasm.WasmModule parsed, MachineSource machines) {
    this.module = module;
    this.parsed = parsed;
    this.machines = machines;
  }

  @Override
  public WasmModule module() {
    return module;
  }

  @Override
  public Instance instantiate(List<? extends Extern> imports, InstanceLimits limits) {
    return new EndiveInstanceBuilder(this, imports, limits).build();
  }

  run.endive.wasm.WasmModule parsed() {
    return parsed;
  }

  MachineSource machines() {
    return machines;
  }

  run.endive.wasm.WasmModule standIn(FunctionType type) {
    return standIns.computeIfAbsent(type, t -> StandInModule.create(parsed, EndiveTypes.endive(t)));
  }
}
