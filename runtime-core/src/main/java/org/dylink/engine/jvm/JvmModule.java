package org.dylink.engine.jvm;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.imports.ImportCheck;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.emit.ClassNames;
import org.dylink.engine.jvm.emit.SignatureLoader;
import org.dylink.engine.jvm.run.call.CodeUsers;
import org.dylink.engine.jvm.run.call.EntryFactory;
import org.dylink.engine.jvm.run.call.EntryPoint;
import org.dylink.engine.jvm.run.call.FunctionCode;
import org.dylink.engine.jvm.run.call.GuestFrames;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmFunction;
import org.dylink.engine.jvm.run.call.Signature;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.ModuleData;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.ModuleBytes;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/** A module whose sections are read; its functions are compiled as they are called. */
final class JvmModule implements CompiledModule, FunctionCode, ModuleData {
  private static final AtomicInteger CODE_IDS = new AtomicInteger(1);

  private final WasmModule module;
  private final ModuleCode code;
  private final Function<BitSet, FunctionClasses> maker;
  private final FunctionClasses classes;
  private final Map<BitSet, JvmModule> variants = new ConcurrentHashMap<>();
  private final SignatureLoader signatures;
  private final ModuleClassLoader loader;
  private final AtomicReferenceArray<EntryFactory> factories;
  // By function; whoever finds none looks for it himself.
  private final Signature[] known;
  private final String[] names;
  private final int firstCodeId;
  private final CodeUsers users;

  /**
   * @param maker compiles for instances of which these memories may pass 2 GiB
   */
  JvmModule(
      WasmModule module,
      ModuleCode code,
      Function<BitSet, FunctionClasses> maker,
      SignatureLoader signatures) {
    this(module, code, maker, signatures, new BitSet());
  }

  private JvmModule(
      WasmModule module,
      ModuleCode code,
      Function<BitSet, FunctionClasses> maker,
      SignatureLoader signatures,
      BitSet large) {
    this.module = module;
    this.code = code;
    this.maker = maker;
    this.classes = maker.apply(large);
    this.signatures = signatures;
    this.loader =
        new ModuleClassLoader(
            GuestFrames.register(this, ClassNames.cut(module.name())), classes, signatures);
    module.types().functions().forEach(signatures::register);
    this.known = new Signature[module.functionCount()];
    this.names = new String[module.functionCount()];
    this.firstCodeId = CODE_IDS.getAndAdd(module.functionCount());
    this.users = CodeUsers.of(this, firstCodeId, module.functionCount());
    this.factories = new AtomicReferenceArray<>(module.functionCount() / EntryFactory.GROUP + 1);
  }

  @Override
  public int firstCodeId() {
    return firstCodeId;
  }

  @Override
  public CodeUsers users() {
    return users;
  }

  @Override
  public WasmModule module() {
    return module;
  }

  @Override
  public Instance instantiate(List<? extends Extern> imports, InstanceLimits limits) {
    new ImportCheck(module).check(imports);
    List<LinearMemory> memories = new Memories(module, limits).of(imports);
    return new InstanceBuilder(variant(memories), imports, memories, limits).build();
  }

  @Override
  public Instance instantiate(
      List<? extends Extern> others, LateFunctions functions, InstanceLimits limits) {
    new ImportCheck(module).checkOthers(others);
    List<LinearMemory> memories = new Memories(module, limits).of(others);
    return new InstanceBuilder(variant(memories), others, memories, limits).with(functions).build();
  }

  /**
   * The module as it is for instances with such memories. What a memory's type does not tell,
   * another code must: nobody asks at an access. Few programs have a memory that may pass 2 GiB.
   */
  JvmModule variant(List<LinearMemory> memories) {
    BitSet large = new BitSet();
    for (int i = 0; i < memories.size(); i++) {
      large.set(i, memories.get(i).isLarge());
    }
    if (large.isEmpty()) {
      return this;
    }
    LargeFirstUse.ensure();
    return variants.computeIfAbsent(
        large, key -> new JvmModule(module, code, maker, signatures, key));
  }

  ModuleCode code() {
    return code;
  }

  FunctionClasses classes() {
    return classes;
  }

  @Override
  public String moduleName() {
    return module.name();
  }

  @Override
  public String functionName(int function) {
    String found = names[function];
    if (found == null) {
      found = module.functionName(function);
      names[function] = found;
    }
    return found;
  }

  @Override
  public boolean isWhole(int function, String method) {
    return function >= code.spaces().importedFunctionCount()
        && method.equals(classes.method(function));
  }

  @Override
  public String refusal(int function) {
    return classes.refusal(function);
  }

  @Override
  public FunctionType type(int function) {
    return module.functionType(function);
  }

  @Override
  public Signature signature(int function) {
    Signature found = known[function];
    if (found == null) {
      found = signatures.signature(module.functionType(function));
      known[function] = found;
    }
    return found;
  }

  @Override
  public String tagName(int tag) {
    int index = 0;
    for (Import each : module.imports()) {
      if (each.type() instanceof TagType && index++ == tag) {
        return each.name();
      }
    }
    for (Export each : module.exports()) {
      if (each.type() instanceof TagType && each.index() == tag) {
        return each.name();
      }
    }
    return String.valueOf(tag);
  }

  @Override
  public boolean isCompiled(int function) {
    return factories.get(function / EntryFactory.GROUP) != null && loader.isLoaded(function);
  }

  /** Compiles a function and lets the JVM verify it, unless that is done. */
  void compile(int function) {
    factory(function / EntryFactory.GROUP);
    loader.link(function);
  }

  @Override
  public EntryPoint newEntry(int function, InstanceState state, JvmFunction identity) {
    return factory(function / EntryFactory.GROUP).make(function, identity, state);
  }

  private EntryFactory factory(int group) {
    EntryFactory made = factories.get(group);
    if (made == null) {
      made = newFactory(group);
      factories.set(group, made);
    }
    return made;
  }

  private EntryFactory newFactory(int group) {
    try {
      Class<?> factory = loader.loadClass(classes.factoryName(group));
      return (EntryFactory) factory.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no factory for group " + group, e);
    }
  }

  @Override
  public ModuleBytes bytes() {
    return code.bytes();
  }

  @Override
  public int dataStart(int segment) {
    return code.data().get(segment).from();
  }

  @Override
  public int dataSize(int segment) {
    return code.data().get(segment).size();
  }
}
