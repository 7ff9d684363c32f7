package org.dylink.engine.endive;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.IntFunction;
import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.Value;

/**
 * Functions of elsewhere, dressed so that one instance can call them through a table, and numbered
 * behind its own functions so that it can move references to them about.
 */
final class ForeignFunctions implements FunctionReferences {
  private final StandInModules modules;
  private final IntFunction<RawFunction> ownFunctions;
  private final int firstForeign;

  // Weak, here and in Forwarding: a table element that is set anew lets go of a library's code.
  private final Map<RawFunction, Instance> standIns = new WeakHashMap<>();
  private final List<RawFunction> numbered = new ArrayList<>();
  private final IdentityHashMap<RawFunction, Integer> numbers = new IdentityHashMap<>();
  private Instance own;

  /**
   * @param modules what stand-ins for the instance are made of
   * @param ownFunctions the instance's functions by index, imports included
   * @param firstForeign the number behind the last of these
   */
  ForeignFunctions(
      StandInModules modules, IntFunction<RawFunction> ownFunctions, int firstForeign) {
    this.modules = modules;
    this.ownFunctions = ownFunctions;
    this.firstForeign = firstForeign;
  }

  void setOwn(Instance instance) {
    own = instance;
  }

  Instance own() {
    return own;
  }

  boolean isOwn(RawFunction function) {
    return function instanceof EndiveFunction guest && guest.instance() == own;
  }

  /** The instance to call for a function: its own, or a stand-in whose function 0 it is. */
  Instance instanceOf(RawFunction function) {
    return isOwn(function) ? own : standIns.computeIfAbsent(function, this::newStandIn);
  }

  /** What a reference to a function is to this instance. */
  int reference(RawFunction function) {
    return isOwn(function)
        ? ((EndiveFunction) function).index()
        : firstForeign + numbers.computeIfAbsent(function, this::newNumber);
  }

  @Override
  public int referenceTo(RawFunction function) {
    return function == null ? Value.REF_NULL_VALUE : reference(function);
  }

  @Override
  public RawFunction referredTo(int reference) {
    return reference == Value.REF_NULL_VALUE ? null : function(reference);
  }

  private RawFunction function(int reference) {
    return reference < firstForeign
        ? ownFunctions.apply(reference)
        : numbered.get(reference - firstForeign);
  }

  /** The function that Endive means by an instance and a reference. */
  RawFunction functionOf(Instance instance, int reference) {
    if (instance != null && instance.getMachine() instanceof Forwarding forwarding) {
      return forwarding.target();
    } else if (instance != null && instance != own) {
      throw new IllegalStateException("BUG: function " + reference + " of an unknown instance");
    }
    return function(reference);
  }

  private int newNumber(RawFunction function) {
    numbered.add(function);
    return numbered.size() - 1;
  }

  private Instance newStandIn(RawFunction function) {
    Forwarding forwarding = new Forwarding(function, this);
    ImportFunction imported =
        new ImportFunction(
            StandInModules.MODULE,
            StandInModules.NAME,
            EndiveTypes.endive(function.type()),
            forwarding);
    return Instance.builder(modules.importing(function.type()))
        .withImportValues(ImportValues.builder().addFunction(imported).build())
        .withMachineFactory(standIn -> forwarding)
        .withInitialize(false)
        .build();
  }

  /** A stand-in's machine for the compiler; the interpreter calls the stand-in's import itself. */
  private static final class Forwarding implements Machine, WasmFunctionHandle {
    private final WeakReference<RawFunction> target;
    private final ForeignFunctions caller;

    Forwarding(RawFunction target, ForeignFunctions caller) {
      this.target = new WeakReference<>(target);
      this.caller = caller;
    }

    /** It is there as long as a table has it, and only what a table has is asked for. */
    RawFunction target() {
      return Objects.requireNonNull(target.get());
    }

    @Override
    public long[] call(int index, long[] arguments) {
      return BorderCall.invoke(target(), caller, arguments);
    }

    @Override
    public CallResult callWithRefs(int index, long[] arguments, Object[] references) {
      return BorderCall.invokeWithReferences(target(), caller, arguments, references);
    }

    @Override
    public long[] apply(Instance standIn, long... arguments) {
      return call(0, arguments);
    }

    @Override
    public CallResult applyWithRefs(Instance standIn, long[] arguments, Object[] references) {
      return callWithRefs(0, arguments, references);
    }
  }
}
