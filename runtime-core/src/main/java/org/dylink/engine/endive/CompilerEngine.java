package org.dylink.engine.endive;

import java.util.function.Supplier;
import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.osgi.service.component.annotations.Component;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.internal.ClassCollector;
import run.endive.compiler.internal.ClassLoadingCollector;
import run.endive.compiler.internal.Compiler;
import run.endive.compiler.internal.CompilerResult;

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
    Supplier<ClassCollector> classes =
        ReferenceNumbering.isNeededBy(parsed)
            ? ReferenceNumbering::new
            : ClassLoadingCollector::new;
    // Functions too large for a JVM method are left to the interpreter.
    String className = CompiledNames.newClassName(module);
    CompilerResult compiled =
        Compiler.builder(parsed)
            .withClassName(className)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(classes)
            .build()
            .compile();
    MachineSource machines = ((ClassLoadingCollector) compiled.collector()).machineFactory()::apply;
    CompiledNames.register(machines, className, module);
    return machines;
  }
}
