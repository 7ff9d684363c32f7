package org.dylink.spectest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.format.AddressType;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;

/** The host module {@code spectest}, as the suite's reference interpreter has it. */
final class SpectestModule {
  static final String NAME = "spectest";

  private final Engine engine;
  private final Map<String, Extern> exports = new HashMap<>();

  private SpectestModule(Engine engine) {
    this.engine = engine;
  }

  static Map<String, Extern> create(Engine engine) {
    SpectestModule module = new SpectestModule(engine);
    module.addFunctions();
    module.addGlobals();
    module.exports.put(
        "table", engine.newTable(new TableType(ValueType.FUNCREF, new Limits(10, 20))));
    if (engine.features().contains(Feature.MEMORY64)) {
      TableType wide = new TableType(AddressType.I64, ValueType.FUNCREF, new Limits(10, 20));
      module.exports.put("table64", engine.newTable(wide));
    }
    module.exports.put("memory", engine.newMemory(new MemoryType(new Limits(1, 2), false)));
    // Not every engine has one: then scripts that import it are told so.
    if (engine.features().contains(Feature.SHARED_MEMORY)) {
      module.exports.put("shared_memory", engine.newMemory(new MemoryType(new Limits(1, 2), true)));
    }
    return module.exports;
  }

  private void addFunctions() {
    addFunction("print");
    addFunction("print_i32", ValueType.I32);
    addFunction("print_i64", ValueType.I64);
    addFunction("print_f32", ValueType.F32);
    addFunction("print_f64", ValueType.F64);
    addFunction("print_i32_f32", ValueType.I32, ValueType.F32);
    addFunction("print_f64_f64", ValueType.F64, ValueType.F64);
  }

  private void addGlobals() {
    addGlobal("global_i32", ValueType.I32, 666);
    addGlobal("global_i64", ValueType.I64, 666L);
    addGlobal("global_f32", ValueType.F32, 666.6f);
    addGlobal("global_f64", ValueType.F64, 666.6);
  }

  // What it prints is nobody's business here.
  private void addFunction(String name, ValueType... parameters) {
    FunctionType type = new FunctionType(Arrays.asList(parameters), List.of());
    MethodHandle handle = MethodHandles.empty(Function.methodType(type));
    exports.put(name, engine.newFunction(name, type, handle));
  }

  private void addGlobal(String name, ValueType type, Object value) {
    exports.put(name, engine.newGlobal(new GlobalType(type, false), value));
  }
}
