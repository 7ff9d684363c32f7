package org.dylink.engine.endive;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.format.WasmModule;

/** A module that Endive has parsed, validated and, with the compiler, compiled. */
final class EndiveModule implements CompiledModule {
  private final WasmModule module;
  private final run.endive.wasm.WasmModule parsed;
  private final MachineSource machines;
  private final StandInModules standIns;

  EndiveModule(WasmModule module, run.endive.wasm.WasmModule parsed, MachineSource machines) {
    this.module = module;
    this.parsed = parsed;
    this.machines = machines;
    this.standIns = new StandInModules(parsed);
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

  StandInModules standIns() {
    return standIns;
  }
}
