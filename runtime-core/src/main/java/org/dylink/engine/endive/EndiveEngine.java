package org.dylink.engine.endive;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Lack;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;
import run.endive.wasm.WasmEngineException;

/**
 * What Endive's interpreter and compiler have in common: all but how a function body is run.
 *
 * <p>What Endive 1.0.0 cannot do, and this package cannot make up for:
 *
 * <ul>
 *   <li>{@code return_call_indirect} of a function that is not the module's own traps. {@code
 *       return_call} of an import is an ordinary call.
 *   <li>exnref does not cross a module's border, nor funcref in a global or a tag; {@link
 *       BorderTypes} refuses them. Functions take and give functions, and tables hold anybody's.
 *   <li>The interpreter refers to what a function's own {@code throw} has thrown by the tag, and so
 *       to the last exception that the instance has thrown with it. All others have {@linkplain
 *       NumberedException numbers}.
 *   <li>The interpreter takes address and offset of {@code i32.store8}, {@code i64.store8} and
 *       {@code i64.store32} modulo 2^32: what should trap writes at the start of the memory.
 *   <li>{@code throw_ref} of null is a NullPointerException, and no trap.
 *   <li>Two imports of the same module, name and type get the first of the two things given.
 *   <li>The compiler leaves functions that are too large for a JVM method to an interpreter of its
 *       own. These are missing in the guest's stack, and if an exception passes them in a callback,
 *       a handler further out in the same module may run too early, or one around an indirect call
 *       be passed over; references to exceptions are by tag.
 *   <li>With the compiler, an uncaught exception has no guest stack.
 * </ul>
 */
abstract class EndiveEngine implements Engine {
  // Vectors are parsed, and met when they run. Of the types of garbage collection our reader knows
  // none.
  private static final Set<Feature> FEATURES = features(RuntimeLacks.hasAtomics());

  private final String name;

  EndiveEngine(String name) {
    this.name = name;
  }

  /** Prepares the bodies of a parsed module. */
  abstract MachineSource machines(WasmModule module, run.endive.wasm.WasmModule parsed);

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Feature> features() {
    return FEATURES;
  }

  private static Set<Feature> features(boolean withAtomics) {
    Set<Feature> features =
        EnumSet.of(
            Feature.MULTI_MEMORY,
            Feature.TAIL_CALL,
            Feature.EXCEPTIONS,
            Feature.FUNCTION_REFERENCES);
    if (withAtomics) {
      features.add(Feature.ATOMICS);
    }
    return Collections.unmodifiableSet(features);
  }

  @Override
  public List<Lack> lacks(WasmModule module) {
    List<Lack> lacks = new ArrayList<>(Engine.super.lacks(module));
    lacks.addAll(BorderTypes.lackedBy(module));
    lacks.addAll(RuntimeLacks.of(module));
    return lacks;
  }

  @Override
  public CompiledModule compile(WasmModule module) throws InvalidModuleException {
    EndiveFirstUse.ensure();
    List<Lack> lacks = lacks(module);
    if (!lacks.isEmpty()) {
      throw InvalidModuleException.lacking(module.name(), name, lacks.get(0));
    }
    try {
      run.endive.wasm.WasmModule parsed = ModuleParser.parse(module);
      return new EndiveModule(module, parsed, machines(module, parsed));
    } catch (WasmEngineException e) {
      throw new InvalidModuleException(module.name(), e.getMessage(), e);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // Not all of Endive's parser and compiler checks what it reads: a broken module is no reason
      // to end the framework.
      // No message: HotSpot leaves it out of exceptions that are thrown often.
      throw new InvalidModuleException(module.name(), "Endive fails: " + e.getClass().getName(), e);
    }
  }

  @Override
  public Memory newMemory(MemoryType type) {
    return EndiveMemory.create(type);
  }

  @Override
  public Table newTable(TableType type) {
    return new EndiveTable(type);
  }

  @Override
  public Global newGlobal(GlobalType type, Object value) {
    return EndiveGlobal.create(type, value);
  }

  @Override
  public Tag newTag(TagType type) {
    return EndiveTag.create(type);
  }

  @Override
  public FunctionSlot newSlot(String symbol, FunctionType type) {
    return new EndiveSlot(symbol, type);
  }

  @Override
  public Function newFunction(String function, FunctionType type, MethodHandle handle) {
    return new EndiveHostFunction(function, type, handle);
  }

  @Override
  public RuntimeException newException(Tag tag, List<Object> values, Throwable thrown) {
    return CarriedException.of(thrown, (EndiveTag) tag, values);
  }

  @Override
  public ExecutionControl newExecutionControl() {
    return new InterruptControl();
  }
}
