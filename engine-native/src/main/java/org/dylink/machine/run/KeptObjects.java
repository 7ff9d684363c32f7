package org.dylink.machine.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;

/**
 * Code that is kept in a folder, and made in the background where a compiler is installed: until it
 * is there, programs run on another engine.
 */
public final class KeptObjects implements ObjectSource, AutoCloseable {
  private final ObjectFolder folder;
  private final MachineCompiler compiler;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform()
              .name("dylink machine code")
              .priority(Thread.MIN_PRIORITY)
              .daemon()
              .factory());

  /**
   * @param folder belongs to who runs this, and is closed to all others
   * @param compiler makes what is not there; null if none is installed
   */
  public KeptObjects(Path folder, MachineCompiler compiler) {
    this.folder = new ObjectFolder(folder, Platform.NAME);
    this.compiler = compiler;
  }

  @Override
  public Optional<String> missing(WasmModule module) {
    if (folder.has(module)) {
      return Optional.empty();
    } else if (compiler == null) {
      return Optional.of("there is none for " + Platform.NAME + ", and no compiler is installed");
    }
    if (asked.add(module.digest())) {
      worker.execute(() -> make(module));
    }
    return Optional.of("it is being made for " + Platform.NAME);
  }

  private void make(WasmModule module) {
    try {
      folder.keep(module, compiler.compile(module));
    } catch (InvalidModuleException e) {
      // The engine that runs it meanwhile says so.
    }
  }

  @Override
  public MachineObject get(WasmModule module) throws InvalidModuleException {
    Optional<MachineObject> kept = folder.find(module);
    if (kept.isPresent()) {
      return kept.get();
    }
    throw new InvalidModuleException(
        module.name(), "its machine code was of another version and is gone: load it again", null);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
