package org.dylink.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.FunctionType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** What the parts of the engine contract share: the engine under test, and short ways to use it. */
abstract class ContractTest {
  /** Java code behind a host function; what it throws passes through. */
  interface HostCode {
    Object call(Object... arguments) throws Throwable;
  }

  /** The engine under test. */
  abstract Engine engine();

  /** Compiles a module. Where the engine lacks something that it needs, the test is skipped. */
  CompiledModule compile(ModuleBuilder module) {
    WasmModule built = module.build();
    List<Lack> lacks = engine().lacks(built);
    assumeTrue(lacks.isEmpty(), lacks::toString);
    try {
      return engine().compile(built);
    } catch (InvalidModuleException e) {
      throw new AssertionError(e);
    }
  }

  /** Compiles, instantiates and starts. */
  Instance run(ModuleBuilder module, Extern... imports) {
    return run(compile(module), imports);
  }

  Instance run(CompiledModule module, Extern... imports) {
    Instance instance = module.instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  /** A host function with a typed handle. */
  Function host(String name, String signature, HostCode code) {
    FunctionType type = Signature.of(signature);
    return engine().newFunction(name, type, handle(type, code));
  }

  Memory memory(long minimum, long maximum) {
    return engine().newMemory(new MemoryType(new Limits(minimum, maximum), false));
  }

  Table table(long minimum, long maximum) {
    return engine().newTable(new TableType(ValueType.FUNCREF, new Limits(minimum, maximum)));
  }

  static Function function(Instance instance, String name) {
    return (Function) export(instance, name);
  }

  static Object call(Instance instance, String name, Object... arguments) {
    return function(instance, name).call(arguments);
  }

  static Extern export(Instance instance, String name) {
    return instance.export(name).orElseThrow(() -> new AssertionError("no export " + name));
  }

  static MethodHandle handle(FunctionType type, HostCode code) {
    try {
      MethodHandle call =
          MethodHandles.lookup()
              .findVirtual(
                  HostCode.class, "call", MethodType.methodType(Object.class, Object[].class));
      return call.bindTo(code)
          .asCollector(Object[].class, type.params().size())
          .asType(Function.methodType(type));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: HostCode.call is gone", e);
    }
  }
}
