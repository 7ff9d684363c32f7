package org.dylink.engine;

import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/**
 * Runs WebAssembly. One program uses one engine: what two engines made never meets.
 *
 * <p>Published as an OSGi service with the property {@link #NAME}; the service ranking decides
 * which engine a program gets that asks for none. Threads may share an engine and its compiled
 * modules; everything else belongs to one program and is used by one thread at a time.
 */
public interface Engine {
  /** Service property: the engine's name, such as {@code endive-interpreter}. */
  String NAME = "engine.name";

  /** The value of {@link #NAME}. */
  String name();

  /**
   * What this engine can do beyond WebAssembly 2.0 without vectors. What is not among these is
   * refused by {@link #compile}, never met while a program runs.
   */
  Set<Feature> features();

  /**
   * What a module needs and this engine does not have: features, and limits of its own. Whoever
   * chooses an engine for a program asks this of each of its modules.
   *
   * @return empty if the engine can run the module, as far as that is known without validating it
   */
  default List<Lack> lacks(WasmModule module) {
    return Lack.of(module, features());
  }

  /**
   * How far this engine is with a module, for whoever asks why a program runs on another one. It
   * looks, and makes nothing: what {@link #lacks} would wait for is not lacking.
   */
  default Readiness readiness(WasmModule module) {
    return new Readiness(List.of(), lacks(module));
  }

  /**
   * Validates a module and makes it ready to be instantiated, any number of times.
   *
   * @throws InvalidModuleException if the module is not valid, or uses what this engine lacks
   */
  CompiledModule compile(WasmModule module) throws InvalidModuleException;

  /**
   * Makes a zeroed memory.
   *
   * @throws EngineLimitException if this engine cannot make one of that size
   */
  Memory newMemory(MemoryType type);

  /**
   * Makes a memory that begins with what another one held. Where an engine's memory is the
   * system's, all that begin so share the pages that nobody has written.
   *
   * @param type with a minimum of no fewer pages than the image has
   * @throws EngineLimitException if this engine cannot make one of that size
   */
  default Memory newMemory(MemoryType type, MemoryImage image) {
    Memory made = newMemory(type);
    image.writeTo(made);
    return made;
  }

  /**
   * Makes a table of null references.
   *
   * @throws EngineLimitException if this engine cannot make one of that size
   */
  Table newTable(TableType type);

  /**
   * Makes a global.
   *
   * @param value its first value: Integer, Long, Float, Double or Vector as the type says
   */
  Global newGlobal(GlobalType type, Object value);

  /** Makes an exception tag, different from all others. */
  Tag newTag(TagType type);

  /**
   * Makes an import that is bound later.
   *
   * @param symbol the name that a trap gives when the slot is called unbound
   */
  FunctionSlot newSlot(String symbol, FunctionType type);

  /**
   * Makes a function of a Java method.
   *
   * @param name how call stacks show it
   *     <p>What it throws passes through the guest, whose handlers for all exceptions see it, and
   *     arrives unchanged at Java further out; a checked exception as the cause of an
   *     IllegalStateException. No handler sees a {@link TrapException}, a {@link
   *     org.dylink.engine.host.ProgramExit} or a VirtualMachineError; what the JVM runs out of, its
   *     stack or its heap, is a trap, of which the error is the cause. The trap that stands for an
   *     uncaught exception of a guest is that exception again.
   * @param handle a handle whose type is {@link Function#methodType(FunctionType)}
   */
  Function newFunction(String name, FunctionType type, MethodHandle handle);

  /**
   * Makes a function of a Java method, of which not all exceptions reach the guest as they are.
   *
   * @param failure is asked for each exception that the handle throws; what it throws itself passes
   *     as {@link #newFunction(String, FunctionType, MethodHandle)} says
   */
  default Function newFunction(
      String name, FunctionType type, MethodHandle handle, HostFailure failure) {
    return newFunction(name, type, failure.handled(handle));
  }

  /**
   * Makes what a host function throws for a guest to catch by a tag.
   *
   * @param values what the tag says: Integer, Long, Float, Double or Vector
   * @param thrown what Java further out gets to see
   */
  RuntimeException newException(Tag tag, List<Object> values, Throwable thrown);

  /**
   * Whether its instances can begin where others were, and ask for the functions that they import
   * when they call them: {@link Instance#restore}, {@link CompiledModule#instantiate(List,
   * CompiledModule.LateFunctions, InstanceLimits)}.
   */
  default boolean restoresInstances() {
    return false;
  }

  /** Makes the switch by which another thread stops a program. */
  ExecutionControl newExecutionControl();

  /**
   * Makes the control of one thread of a program whose memory its threads share: what makes the
   * thread for this engine. Instances belong to the thread in whose turn they are made.
   *
   * @param number the lowest that no other living thread of the program has; 0 for the first
   * @param late makes instances that the thread needs and does not have
   * @throws UnsupportedOperationException if this engine does not have {@link
   *     Feature#SHARED_MEMORY}
   */
  default ExecutionControl newExecutionControl(int number, LateInstances late) {
    throw new UnsupportedOperationException(name() + ": no threads");
  }

  /** What this engine has done by now. */
  default EngineStatistics statistics() {
    return EngineStatistics.NONE;
  }

  /**
   * Tells somebody of each function that is compiled from now on. There is one who is told, and
   * nobody at first; an engine that compiles nothing tells nothing.
   *
   * @param watch who is told; null for nobody
   */
  default void watch(CompileWatch watch) {}

  /**
   * Stops threads of a guest, each as {@link ExecutionControl#stop} does, together in the time that
   * one takes.
   *
   * @param controls made by this engine
   */
  default void stopAll(Collection<ExecutionControl> controls, String reason) {
    controls.forEach(control -> control.stop(reason));
  }

  /**
   * Whether other code can be put behind the functions of its instances while they are in use: see
   * {@link Instance#hold}.
   */
  default boolean replacesCode() {
    return false;
  }
}
