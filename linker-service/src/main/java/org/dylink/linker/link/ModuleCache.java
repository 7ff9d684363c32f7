package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.WasmModule;

/**
 * What engines have compiled, by the digest of the bytes: a module is compiled once, however many
 * libraries and programs use it. Threads may share it.
 *
 * <p>An entry stays until the last library with these bytes is gone ({@link #release}).
 */
public final class ModuleCache {
  private final Map<String, Integer> holders = new HashMap<>(); // guarded by this
  private final Map<String, Map<Engine, CompiledModule>> entries =
      new HashMap<>(); // guarded by this

  /** Notes that a library with these bytes has come. */
  public synchronized void retain(WasmModule module) {
    holders.merge(module.digest(), 1, Integer::sum);
  }

  /** Notes that such a library has gone; with the last one goes what was compiled. */
  public synchronized void release(WasmModule module) {
    holders.computeIfPresent(module.digest(), (digest, count) -> count == 1 ? null : count - 1);
    if (!holders.containsKey(module.digest())) {
      entries.remove(module.digest());
    }
  }

  /** Forgets what an engine compiled that is gone. */
  public synchronized void forget(Engine engine) {
    for (Map<Engine, CompiledModule> byEngine : entries.values()) {
      byEngine.remove(engine);
    }
  }

  /**
   * Compiles a module, or finds it compiled. Modules that no library holds are compiled each time.
   *
   * @throws InvalidModuleException if the engine refuses it
   */
  public CompiledModule compile(Engine engine, WasmModule module) throws InvalidModuleException {
    CompiledModule known = find(engine, module);
    // Not under the lock: compiling libc.so takes seconds. Two threads that race do it twice, once.
    return known != null ? known : keep(engine, module, engine.compile(module));
  }

  /** How many modules are kept. */
  public synchronized int size() {
    List<CompiledModule> all = new ArrayList<>();
    entries.values().forEach(byEngine -> all.addAll(byEngine.values()));
    return all.size();
  }

  private synchronized CompiledModule find(Engine engine, WasmModule module) {
    return entries.getOrDefault(module.digest(), Map.of()).get(engine);
  }

  private synchronized CompiledModule keep(
      Engine engine, WasmModule module, CompiledModule compiled) {
    if (!holders.containsKey(module.digest())) {
      return compiled;
    }
    Map<Engine, CompiledModule> byEngine =
        entries.computeIfAbsent(module.digest(), digest -> new HashMap<>());
    CompiledModule earlier = byEngine.putIfAbsent(engine, compiled);
    return earlier != null ? earlier : compiled;
  }
}
