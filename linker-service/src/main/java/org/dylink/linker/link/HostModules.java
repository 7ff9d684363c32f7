package org.dylink.linker.link;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;

/** The host libraries of one program, opened when the first import asks for them. */
final class HostModules implements AutoCloseable {
  private final Engine engine;
  private final java.util.function.Function<String, Optional<HostLibrary>> hosts;
  private final Guest guest;
  private final Map<String, Optional<HostInstance>> opened = new LinkedHashMap<>();
  private final Map<HostFunction, Function> functions = new HashMap<>();

  HostModules(
      Engine engine,
      java.util.function.Function<String, Optional<HostLibrary>> hosts,
      Guest guest) {
    this.engine = engine;
    this.hosts = hosts;
    this.guest = guest;
  }

  /** Adds functions of the linker's own, which no service can replace. */
  void addBuiltIn(String module, HostInstance instance) {
    opened.put(module, Optional.of(instance));
  }

  boolean has(String module) {
    return instance(module).isPresent();
  }

  Optional<HostFunction> find(String module, String name) {
    return instance(module).flatMap(instance -> instance.function(name));
  }

  /** The function for the engine; one object per function, so that function pointers are equal. */
  Function function(String name, HostFunction function) {
    return functions.computeIfAbsent(function, f -> engine.newFunction(name, f.type(), f.handle()));
  }

  @Override
  public void close() {
    List<Optional<HostInstance>> instances = List.copyOf(opened.values());
    opened.clear();
    RuntimeException failure = null;
    for (Optional<HostInstance> instance : instances) {
      try {
        instance.ifPresent(HostInstance::close);
      } catch (RuntimeException e) {
        // The others hold files too: they are closed before anybody hears of it.
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Optional<HostInstance> instance(String module) {
    return opened.computeIfAbsent(module, name -> hosts.apply(name).map(h -> h.open(guest)));
  }
}
