package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;

/** Short ways to run small modules. */
final class Guests {
  private Guests() {}

  static CompiledModule compile(Engine engine, ModuleBuilder module) {
    return compile(engine, module.build());
  }

  static CompiledModule compile(Engine engine, WasmModule module) {
    try {
      return engine.compile(module);
    } catch (InvalidModuleException e) {
      throw new AssertionError(e);
    }
  }

  /** Instantiates and starts. */
  static Instance start(CompiledModule module, Extern... imports) {
    Instance instance = module.instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  /** Compiles, instantiates and starts, on an engine that validates lazily. */
  static Instance start(ModuleBuilder module, Extern... imports) {
    return start(compile(new JvmEngine(), module), imports);
  }

  static Function function(Instance instance, String name) {
    return (Function) instance.export(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  static Object call(Instance instance, String name, Object... arguments) {
    return function(instance, name).call(arguments);
  }
}
