package org.dylink.machine.objects;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;

/** Makes code that is not there and keeps it, one module after the other. */
public final class ObjectMaker implements KeptObjects.Maker, AutoCloseable {
  private static final Logger LOG = System.getLogger(ObjectMaker.class.getName());

  private static final String BEING_MADE = "it is being made for " + Platform.NAME;

  private final MachineCompiler compiler;
  private final ObjectFolder folder;
  private final Making making;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  // What was refused once is not tried again: it would be refused each time.
  private final Map<String, String> failed = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("dylink machine code").daemon().factory());

  /**
   * @param folder gets what is made
   */
  public ObjectMaker(MachineCompiler compiler, ObjectFolder folder, Making making) {
    this.compiler = compiler;
    this.folder = folder;
    this.making = making;
  }

  @Override
  public Optional<String> make(WasmModule module, String why) {
    String failure = failed.get(module.digest());
    if (failure != null || making == Making.NEVER) {
      return outlook(module, why);
    } else if (making == Making.FIRST) {
      return makeNow(module);
    }
    if (asked.add(module.digest()) && !isGivenToWorker(module)) {
      asked.remove(module.digest());
      return Optional.of(why);
    }
    return Optional.of(BEING_MADE);
  }

  // While the engine goes, a program may still be linked.
  private boolean isGivenToWorker(WasmModule module) {
    try {
      worker.execute(() -> makeLater(module));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public Optional<String> outlook(WasmModule module, String why) {
    String failure = failed.get(module.digest());
    if (failure != null) {
      return Optional.of(failure);
    } else if (asked.contains(module.digest())) {
      return Optional.of(BEING_MADE);
    }
    return switch (making) {
      case NEVER -> Optional.of(why + "; dylink compile makes it");
      case FIRST -> Optional.empty();
      case BACKGROUND -> Optional.of(why + "; it is made once a program needs it");
    };
  }

  @Override
  public Optional<String> problem() {
    return making == Making.NEVER ? Optional.empty() : folder.problem();
  }

  private void makeLater(WasmModule module) {
    Optional<String> failure = makeNow(module);
    if (!worker.isShutdown()) {
      failure.ifPresent(
          why -> LOG.log(Level.WARNING, "{0}: no machine code: {1}", module.name(), why));
    }
    asked.remove(module.digest());
  }

  private Optional<String> makeNow(WasmModule module) {
    try {
      folder.keep(module, compiler.compile(module));
      return Optional.empty();
    } catch (InvalidModuleException e) {
      return failed(module, "the compiler refuses it: " + e.getMessage());
    } catch (CompilerFailedException e) {
      return failed(module, "the compiler " + e.getMessage());
    } catch (UnfitObjectException e) {
      return failed(module, e.getMessage());
    }
  }

  private Optional<String> failed(WasmModule module, String why) {
    failed.put(module.digest(), why);
    return Optional.of(why);
  }

  /** Waits until what it was asked for is made. */
  void finish() throws InterruptedException, ExecutionException {
    worker.submit(() -> {}).get();
  }

  /** Ends what it is making, and makes nothing any more. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
