package org.dylink.engine.endive;

import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.osgi.service.component.annotations.Component;

/** Endive's interpreter: nothing to compile, slow to run. */
@Component(
    service = Engine.class,
    property = {Engine.NAME + "=" + InterpreterEngine.ENGINE_NAME, "service.ranking:Integer=0"})
public final class InterpreterEngine extends EndiveEngine {
  static final String ENGINE_NAME = "endive-interpreter";

  /** Makes the engine; it has no state of its own. */
  public InterpreterEngine() {
    super(ENGINE_NAME);
  }

  @Override
  MachineSource machines(WasmModule module, run.endive.wasm.WasmModule parsed) {
    return instance -> new TracingInterpreter(module, instance);
  }
}
