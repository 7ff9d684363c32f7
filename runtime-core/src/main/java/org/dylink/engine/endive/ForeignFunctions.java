package org.dylink.engine.endive;

import java.util.IdentityHashMap;
import java.util.function.IntFunction;
import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.WasmException;

/** Functions of elsewhere, dressed so that one instance can call them through a table. */
final class ForeignFunctions {
  private final EndiveModule module;
  private final IntFunction<RawFunction> ownFunctions;
  private final IdentityHashMap<RawFunction, Instance> standIns = new IdentityHashMap<>();
  private Instance own;

  /**
   * @param ownFunctions the instance's functions by index, imports included
   */
  ForeignFunctions(EndiveModule module, IntFunction<RawFunction> ownFunctions) {
    this.module = module;
    this.ownFunctions = ownFunctions;
  }

  void setOwn(Instance instance) {
    own = instance;
  }

  boolean isOwn(RawFunction function) {
    return function instanceof GuestFunction guest && guest.instance() == own;
  }

  /** The instance to call for a function: its own, or a stand-in whose function 0 it is. */
  Instance instanceOf(RawFunction function) {
    return isOwn(function) ? own : standIns.computeIfAbsent(function, this::newStandIn);
  }

  /** The function that Endive means by an instance and an index in it. */
  RawFunction functionOf(Instance instance, int index) {
    if (instance == own || instance == null) {
      return ownFunctions.apply(index);
    } else if (instance.getMachine() instanceof Forwarding forwarding) {
      return forwarding.target;
    }
    throw new IllegalStateException("BUG: function " + index + " of an instance never seen here");
  }

  private Instance newStandIn(RawFunction function) {
    ImportFunction never =
        new ImportFunction(
            StandInModule.MODULE,
            StandInModule.NAME,
            EndiveTypes.endive(function.type()),
            (instance, arguments) -> function.invoke(arguments));
    return Instance.builder(module.standIn(function.type()))
        .withImportValues(ImportValues.builder().addFunction(never).build())
        .withMachineFactory(standIn -> new Forwarding(function, own))
        .withInitialize(false)
        .build();
  }

  private static final class Forwarding implements Machine {
    private final RawFunction target;
    private final Instance caller;

    Forwarding(RawFunction target, Instance caller) {
      this.target = target;
      this.caller = caller;
    }

    @Override
    public long[] call(int index, long[] arguments) {
      try {
        return target.invoke(arguments);
      } catch (WasmException e) {
        throw GuestExceptions.seenBy(caller, e);
      }
    }

    @Override
    public CallResult callWithRefs(int index, long[] arguments, Object[] references) {
      try {
        return target.invokeWithReferences(arguments, references);
      } catch (WasmException e) {
        throw GuestExceptions.seenBy(caller, e);
      }
    }
  }
}
