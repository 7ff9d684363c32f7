package org.dylink.linker.fuzz;

import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.WasmModule;

/** Has every function that the seeds import of one module; all of them do nothing and give 0. */
final class FuzzHost implements HostLibrary {
  private final String moduleName;
  private final Map<String, FunctionType> types = new HashMap<>();

  FuzzHost(String moduleName) {
    this.moduleName = moduleName;
  }

  void serve(WasmModule seed) {
    for (Import entry : seed.imports()) {
      if (entry.module().equals(moduleName) && entry.type() instanceof FunctionType type) {
        types.putIfAbsent(entry.name(), type);
      }
    }
  }

  @Override
  public String moduleName() {
    return moduleName;
  }

  @Override
  public HostInstance open(Guest guest) {
    Map<String, HostFunction> functions = new HashMap<>();
    return new HostInstance() {
      @Override
      public Optional<HostFunction> function(String name) {
        return Optional.ofNullable(types.get(name))
            .map(type -> functions.computeIfAbsent(name, n -> nothing(type)));
      }

      @Override
      public void close() {
        functions.clear();
      }
    };
  }

  private static HostFunction nothing(FunctionType type) {
    return new HostFunction(type, MethodHandles.empty(Function.methodType(type)));
  }
}
