package org.dylink.engine.endive;

import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.osgi.service.component.annotations.Component;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;

/** Endive's compiler to JVM bytecode: seconds to compile a large library, then fast. */
@Component(
    service = Engine.class,
    property = {Engine.NAME + "=" + CompilerEngine.ENGINE_NAME, "service.ranking:Integer=10"})
public final class CompilerEngine extends EndiveEngine {
  static final String ENGINE_NAME = "endive-compiler";

  /** Makes the engine; it has no state of its own. */
  public CompilerEngine() {
    super(ENGINE_NAME);
  }

  @Override
  MachineSource machines(WasmModule module, run.endive.wasm.WasmModule parsed) {
    // Functions too large for a JVM method are left to the interpreter.
    String className = CompiledNames.newClassName(module);
    MachineSource machines =
        MachineFactoryCompiler.builder(parsed)
                .withClassName(className)
                .withInterpreterFallback(InterpreterFallback.SILENT)
                .compile()
            ::apply;
    CompiledNames.register(machines, className, module);
    return machines;
  }
}
