package org.dylink.engine.jvm;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.CompileWatch;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineStatistics;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.HostFailure;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.LateInstances;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.Readiness;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.engine.jvm.code.InvalidCodeException;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.emit.SignatureLimits;
import org.dylink.engine.jvm.emit.SignatureLoader;
import org.dylink.engine.jvm.run.call.GuestException;
import org.dylink.engine.jvm.run.call.JavaFunction;
import org.dylink.engine.jvm.run.call.JvmGlobal;
import org.dylink.engine.jvm.run.call.JvmTable;
import org.dylink.engine.jvm.run.call.JvmTag;
import org.dylink.engine.jvm.run.call.SlotFunction;
import org.dylink.engine.jvm.run.call.ThreadControl;
import org.dylink.engine.jvm.run.memory.NewMemory;
import org.dylink.engine.jvm.store.CacheFolder;
import org.dylink.engine.jvm.store.ClassKeeper;
import org.dylink.engine.jvm.store.KeptClasses;
import org.dylink.engine.jvm.store.StoreListener;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/**
 * Compiles functions to JVM bytecode when they are called first, once for all programs. A call into
 * another library costs what a call within one costs.
 */
public class JvmEngine implements Engine {
  static final String ENGINE_NAME = "jvm";

  private static final Set<Feature> FEATURES =
      Set.of(
          Feature.ATOMICS,
          Feature.SHARED_MEMORY,
          Feature.MULTI_MEMORY,
          Feature.MEMORY64,
          Feature.TAIL_CALL,
          Feature.EXCEPTIONS,
          Feature.FUNCTION_REFERENCES,
          Feature.GC,
          Feature.LEGACY_EXCEPTIONS,
          Feature.SIMD,
          Feature.RELAXED_SIMD);
  private static final long CACHE_LIMIT = 256L << 20;
  private static final StoreListener LOG = new StoreLog();

  private final SignatureLoader signatures;
  private final ClassKeeper keeper;
  private final boolean verifiesAtOnce;

  /** Makes an engine that validates a function when it is called first. */
  public JvmEngine() {
    this(false, keeper(null, LOG));
  }

  private JvmEngine(boolean verifiesAtOnce, ClassKeeper keeper) {
    FirstUse.ensure();
    this.verifiesAtOnce = verifiesAtOnce;
    this.keeper = keeper;
    this.signatures = new SignatureLoader(keeper.types());
  }

  /**
   * Makes an engine for a framework.
   *
   * @param folder where it keeps what it compiles; null for nowhere
   */
  JvmEngine(boolean verifiesAtOnce, File folder) {
    this(verifiesAtOnce, keeper(cache(folder), LOG));
  }

  private static ClassKeeper keeper(CacheFolder cache, StoreListener listener) {
    return new ClassKeeper(CodeVersion.get(), ENGINE_NAME, cache, listener, false);
  }

  /**
   * An engine that takes the classes beside a module as its own: nothing asks what they refer to,
   * and they have no class loader each, in which one that the JVM rejects could be replaced. For a
   * JVM whose modules are as trusted as its Java: whoever wrote such a class can do what Java can.
   */
  public static JvmEngine trustingCompanions() {
    return new JvmEngine(false, new ClassKeeper(CodeVersion.get(), ENGINE_NAME, null, LOG, true));
  }

  private static CacheFolder cache(File folder) {
    return folder == null ? null : new CacheFolder(folder.toPath(), CACHE_LIMIT, LOG);
  }

  /** An engine that validates all functions of a module when it compiles it. */
  public static JvmEngine verifyingAtOnce() {
    return new JvmEngine(true, keeper(null, LOG));
  }

  /**
   * An engine that keeps what it compiles in a folder.
   *
   * @param listener is told of kept classes that are of no use
   */
  static JvmEngine keepingIn(Path folder, StoreListener listener) {
    CacheFolder cache = new CacheFolder(folder, CACHE_LIMIT, listener);
    return new JvmEngine(false, keeper(cache, listener));
  }

  /**
   * An engine that uses what is beside a module, and keeps nothing.
   *
   * @param listener is told of classes that are of no use
   */
  static JvmEngine keepingNothing(StoreListener listener) {
    return new JvmEngine(false, keeper(null, listener));
  }

  /** How many classes were compiled and are not kept yet. */
  final int pending() {
    return keeper.pending();
  }

  /** Writes what was compiled and is not kept yet. The engine may still be used. */
  final void save() {
    keeper.save();
  }

  @Override
  public EngineStatistics statistics() {
    return keeper.statistics();
  }

  @Override
  public void watch(CompileWatch watch) {
    keeper.watch(watch);
  }

  @Override
  public String name() {
    return ENGINE_NAME;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    checkLacks(module);
    if (isForThreads(module)) {
      AtomicsFirstUse.ensure();
    }
    if (module.features().containsKey(Feature.SIMD)) {
      VectorsFirstUse.ensure();
    }
    if (module.features().containsKey(Feature.MEMORY64)) {
      LargeFirstUse.ensure();
    }
    if (module.features().containsKey(Feature.GC)) {
      CollectedFirstUse.ensure();
    }
    JvmModule compiled;
    try {
      ModuleCode code = ModuleCodeReader.read(module);
      compiled = new JvmModule(module, code, large -> classes(code, large), signatures);
    } catch (InvalidCodeException e) {
      throw refused(module, e.getMessage(), e);
    }
    if (verifiesAtOnce) {
      verify(compiled);
    }
    return compiled;
  }

  private FunctionClasses classes(ModuleCode code, BitSet large) {
    WasmModule module = code.spaces().module();
    KeptClasses kept =
        large.isEmpty()
            ? keeper.classesOf(module)
            : keeper.classesOf(module, "large memories " + large);
    return new FunctionClasses(code, kept, large);
  }

  private static boolean isForThreads(WasmModule module) {
    return module.features().containsKey(Feature.ATOMICS)
        || module.features().containsKey(Feature.SHARED_MEMORY);
  }

  @Override
  public Set<Feature> features() {
    return FEATURES;
  }

  @Override
  public List<Lack> lacks(WasmModule module) {
    List<Lack> lacks = new ArrayList<>(Engine.super.lacks(module));
    passedLimit(module).ifPresent(lacks::add);
    return lacks;
  }

  @Override
  public Readiness readiness(WasmModule module) {
    return new Readiness(keeper.forms(module), lacks(module));
  }

  /** The first function that could not become a method. */
  private static Optional<Lack> passedLimit(WasmModule module) {
    // Of thousands of functions there are some ten types, and no program starts before this.
    if (module.types().functions().stream().allMatch(t -> SignatureLimits.passedBy(t).isEmpty())) {
      return Optional.empty();
    }
    for (int i = 0; i < module.functionCount(); i++) {
      Optional<String> limit = SignatureLimits.passedBy(module.functionType(i));
      if (limit.isPresent()) {
        return Optional.of(
            new Lack(
                "functions of that size",
                "function " + module.functionName(i) + ": " + limit.get()));
      }
    }
    return Optional.empty();
  }

  void checkLacks(WasmModule module) throws InvalidModuleException {
    List<Lack> lacks = lacks(module);
    if (!lacks.isEmpty()) {
      throw InvalidModuleException.lacking(module.name(), ENGINE_NAME, lacks.get(0));
    }
  }

  /**
   * Validates all functions of a module that this engine compiled; one of another engine is valid.
   *
   * @throws InvalidModuleException for the first that is not valid
   */
  public static void verify(CompiledModule module) throws InvalidModuleException {
    if (module instanceof JvmModule compiled) {
      verifyFunctions(compiled);
    }
  }

  private static void verifyFunctions(JvmModule compiled) throws InvalidModuleException {
    WasmModule module = compiled.module();
    for (int i = compiled.code().spaces().importedFunctionCount();
        i < module.functionCount();
        i++) {
      verify(compiled.classes(), module, i);
    }
  }

  /** Validates one function. */
  static void verify(FunctionClasses classes, WasmModule module, int function)
      throws InvalidModuleException {
    try {
      classes.prepare(function);
    } catch (InvalidCodeException e) {
      throw refused(module, "function " + module.functionName(function) + ": " + e.getMessage(), e);
    }
  }

  static InvalidModuleException refused(
      WasmModule module, String detail, InvalidCodeException cause) {
    return cause.isUnsupported()
        ? InvalidModuleException.unsupported(module.name(), detail, cause)
        : new InvalidModuleException(module.name(), detail, cause);
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return NewMemory.of(type, Long.MAX_VALUE);
  }

  @Override
  public Memory newMemory(MemoryType type, MemoryImage image) {
    return NewMemory.of(type, image);
  }

  @Override
  public Table newTable(TableType type) {
    return new JvmTable(type, Long.MAX_VALUE);
  }

  @Override
  public Global newGlobal(GlobalType type, Object value) {
    return new JvmGlobal(type, value);
  }

  @Override
  public Tag newTag(TagType type) {
    return new JvmTag(type);
  }

  @Override
  public FunctionSlot newSlot(String symbol, FunctionType type) {
    return new SlotFunction(symbol, type, signatures.signature(type));
  }

  @Override
  public Function newFunction(String function, FunctionType type, MethodHandle handle) {
    return newFunction(function, type, handle, HostFailure.NONE);
  }

  @Override
  public Function newFunction(
      String function, FunctionType type, MethodHandle handle, HostFailure failure) {
    return new JavaFunction(function, type, signatures.signature(type), handle, failure);
  }

  @Override
  public RuntimeException newException(Tag tag, List<Object> values, Throwable thrown) {
    return GuestException.carrying(thrown, (JvmTag) tag, values);
  }

  @Override
  public void stopAll(Collection<ExecutionControl> controls, String reason) {
    ThreadControl.stopAll(controls.stream().map(ThreadControl.class::cast).toList(), reason);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return new ThreadControl();
  }

  @Override
  public ExecutionControl newExecutionControl(int number, LateInstances late) {
    return new ThreadControl(number, late);
  }

  @Override
  public boolean restoresInstances() {
    return true;
  }

  @Override
  public boolean replacesCode() {
    return true;
  }
}
