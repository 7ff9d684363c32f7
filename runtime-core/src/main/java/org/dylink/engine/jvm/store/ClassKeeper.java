package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.CompileWatch;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.EngineStatistics;
import org.dylink.format.WasmModule;

/**
 * Finds classes that need not be compiled, and keeps those that were. What is new is written when
 * the engine goes, or when much of it has come together; what is lost before is compiled again.
 */
public final class ClassKeeper {
  private static final int LARGEST_COMPANION = 64 << 20;
  private static final int MOST_PENDING = 4 << 20;

  private final Optional<String> version;
  private final String companion;
  private final CacheFolder folder;
  private final StoreListener listener;
  private final boolean trustsCompanions;
  private Map<StoreKey, Map<String, byte[]>> pending = new HashMap<>(); // guarded by this
  private int pendingBytes; // guarded by this
  private final AtomicLong compiled = new AtomicLong();
  private final AtomicLong compileNanos = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private volatile CompileWatch watch; // null if nobody is told

  /**
   * @param version the version of the compiler; without one nothing is kept
   * @param companion what the compiler asks of a module's companions
   * @param folder where classes are kept; null if nowhere
   * @param trustsCompanions whether what came with a module is as good as the engine's own classes
   */
  public ClassKeeper(
      Optional<String> version,
      String companion,
      CacheFolder folder,
      StoreListener listener,
      boolean trustsCompanions) {
    this.version = version;
    this.companion = companion;
    this.folder = folder;
    this.listener = listener;
    this.trustsCompanions = trustsCompanions;
  }

  boolean trustsCompanions() {
    return trustsCompanions;
  }

  /** The classes of a module: those that came with it, and those of earlier runs. */
  public KeptClasses classesOf(WasmModule module) {
    if (version.isEmpty()) {
      return countedOnly();
    }
    Optional<InputStream> found = openCompanion(module);
    if (found.isEmpty() && folder == null) {
      return countedOnly();
    }
    StoreKey key = new StoreKey(version.get(), module.name(), module.digest());
    ClassStore beside = found.isEmpty() ? ClassStore.EMPTY : read(found.get(), key);
    return new KeptClasses(key, beside, cached(key), this, false);
  }

  /**
   * The classes of a module as they are for some of its programs: those of earlier runs only.
   *
   * @param variant what they differ in from those of all others
   */
  public KeptClasses classesOf(WasmModule module, String variant) {
    if (version.isEmpty() || folder == null) {
      return countedOnly();
    }
    StoreKey key = new StoreKey(version.get() + " " + variant, module.name(), module.digest());
    return new KeptClasses(key, ClassStore.EMPTY, cached(key), this, false);
  }

  /** The classes of function types, which all modules share: those of earlier runs only. */
  public KeptClasses types() {
    if (version.isEmpty() || folder == null) {
      return KeptClasses.NONE;
    }
    StoreKey key = new StoreKey(version.get(), "types", "");
    return new KeptClasses(key, ClassStore.EMPTY, cached(key), this, true);
  }

  /** What there is of a module's classes: beside it, and from earlier runs. */
  public List<CompiledForm> forms(WasmModule module) {
    if (version.isEmpty()) {
      return List.of();
    }
    StoreKey key = new StoreKey(version.get(), module.name(), module.digest());
    List<CompiledForm> forms = new ArrayList<>();
    openCompanion(module).ifPresent(found -> forms.add(beside(found, key)));
    ClassStore cached = cached(key);
    if (cached.size() > 0) {
      forms.add(CompiledForm.used(companion, folder.path().toString(), cached.toString()));
    }
    return forms;
  }

  private CompiledForm beside(InputStream found, StoreKey key) {
    try (found) {
      ClassStore store = ClassStore.read(found.readNBytes(LARGEST_COMPANION), key);
      return CompiledForm.used(companion, CompiledForm.IN_BUNDLE, store.toString());
    } catch (IOException e) {
      return CompiledForm.unused(companion, CompiledForm.IN_BUNDLE, e.toString());
    } catch (UnfitStoreException e) {
      return CompiledForm.unused(companion, CompiledForm.IN_BUNDLE, e.getMessage());
    }
  }

  private KeptClasses countedOnly() {
    return new KeptClasses(null, ClassStore.EMPTY, ClassStore.EMPTY, this, false);
  }

  private ClassStore cached(StoreKey key) {
    return folder == null ? ClassStore.EMPTY : folder.load(key);
  }

  private Optional<InputStream> openCompanion(WasmModule module) {
    try {
      return module.companions().open(companion);
    } catch (IOException e) {
      listener.ignored(module.name() + "." + companion, e.toString());
      return Optional.empty();
    }
  }

  private ClassStore read(InputStream from, StoreKey key) {
    try (from) {
      return ClassStore.read(from.readNBytes(LARGEST_COMPANION), key);
    } catch (IOException e) {
      ignored(key, e.toString());
    } catch (UnfitStoreException e) {
      ignored(key, e.getMessage());
    }
    return ClassStore.EMPTY;
  }

  /** Notes that what is kept for a module is of no use after all. */
  void ignored(StoreKey key, String reason) {
    listener.ignored(key.module() + "." + companion, reason);
  }

  /** Keeps a class that was compiled. */
  void add(StoreKey key, String name, byte[] bytes) {
    if (folder != null && note(key, name, bytes) > MOST_PENDING) {
      save();
    }
  }

  private synchronized int note(StoreKey key, String name, byte[] bytes) {
    pending.computeIfAbsent(key, k -> new HashMap<>()).put(name, bytes);
    pendingBytes += bytes.length;
    return pendingBytes;
  }

  /** Counts a function whose class was kept. */
  void found() {
    kept.incrementAndGet();
  }

  /** Counts a function that was compiled, and tells who watches. */
  void compiled(String module, int function, long nanos, int bytes) {
    compiled.incrementAndGet();
    compileNanos.addAndGet(nanos);
    CompileWatch told = watch;
    if (told != null) {
      told.compiled(module, function, nanos, bytes);
    }
  }

  /** See {@link org.dylink.engine.Engine#watch}. */
  public void watch(CompileWatch told) {
    watch = told;
  }

  /** See {@link org.dylink.engine.Engine#statistics}. */
  public EngineStatistics statistics() {
    return new EngineStatistics(
        compiled.get(),
        Duration.ofNanos(compileNanos.get()),
        kept.get(),
        folder == null ? Optional.empty() : folder.problem());
  }

  /** How many classes are new. */
  public synchronized int pending() {
    return pending.values().stream().mapToInt(Map::size).sum();
  }

  /** Writes what is new. */
  public void save() {
    takePending().forEach((key, classes) -> folder.save(key, ClassStore.of(classes)));
  }

  private synchronized Map<StoreKey, Map<String, byte[]>> takePending() {
    Map<StoreKey, Map<String, byte[]>> taken = pending;
    pending = new HashMap<>();
    pendingBytes = 0;
    return taken;
  }
}
