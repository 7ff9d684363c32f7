package org.dylink.linker.link.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
  private final Map<String, Map<Engine, FutureTask<CompiledModule>>> entries =
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
    for (Map<Engine, FutureTask<CompiledModule>> byEngine : entries.values()) {
      byEngine.remove(engine);
    }
  }

  /**
   * Compiles a module, or finds it compiled, or waits for the thread that is compiling it. Modules
   * that no library holds are compiled each time.
   *
   * @throws InvalidModuleException if the engine refuses it
   */
  public CompiledModule compile(Engine engine, WasmModule module) throws InvalidModuleException {
    FutureTask<CompiledModule> own = new FutureTask<>(() -> engine.compile(module));
    FutureTask<CompiledModule> task = claim(engine, module, own);
    // Not under the lock: compiling libc.so takes seconds.
    if (task == own) {
      own.run();
    }
    try {
      return await(task);
    } catch (ExecutionException e) {
      drop(engine, module, task);
      if (task != own) {
        // The message must name this library, and what failed may have been the thread.
        return engine.compile(module);
      }
      throw rethrown(e.getCause());
    }
  }

  /** How many modules are kept. */
  public synchronized int size() {
    return entries.values().stream().mapToInt(Map::size).sum();
  }

  private synchronized FutureTask<CompiledModule> claim(
      Engine engine, WasmModule module, FutureTask<CompiledModule> task) {
    if (!holders.containsKey(module.digest())) {
      return task;
    }
    return entries
        .computeIfAbsent(module.digest(), digest -> new HashMap<>())
        .computeIfAbsent(engine, e -> task);
  }

  private synchronized void drop(
      Engine engine, WasmModule module, FutureTask<CompiledModule> failed) {
    entries.computeIfPresent(
        module.digest(),
        (digest, byEngine) -> {
          byEngine.remove(engine, failed);
          return byEngine;
        });
  }

  /** Waits also when interrupted: a link has no way to say that it was. */
  private static CompiledModule await(FutureTask<CompiledModule> task) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static InvalidModuleException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    } else if (cause instanceof RuntimeException exception) {
      throw exception;
    }
    return (InvalidModuleException) cause;
  }
}
