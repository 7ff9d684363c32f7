package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.WasmModule;
import org.dylink.fuzz.FuzzCase.Call;

/** Runs a case with one engine. */
final class CaseRun {
  private static final String FOREIGN_TAIL_CALL =
      "tail call of another module's function through a table";

  /** An import of a module from the next one, which may not be there yet. */
  private record Late(FunctionSlot slot, int module, String name) {}

  private final Engine engine;
  private final Host host;
  private final FuzzCase fuzzCase;
  private final List<Instance> instances = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();

  private CaseRun(Engine engine, FuzzCase fuzzCase) {
    this.engine = engine;
    this.host = new Host(engine, fuzzCase.features().style());
    this.fuzzCase = fuzzCase;
  }

  /**
   * @throws InvalidModuleException if the engine refuses a module
   */
  static List<Observation> run(Engine engine, FuzzCase fuzzCase) throws InvalidModuleException {
    CaseRun run = new CaseRun(engine, fuzzCase);
    run.link();
    fuzzCase.calls().forEach(run::call);
    return run.observations;
  }

  private void link() throws InvalidModuleException {
    for (WasmModule module : fuzzCase.modules()) {
      List<Extern> imports = new ArrayList<>();
      for (Import entry : module.imports()) {
        imports.add(entry.module().equals("other") ? slot(entry) : host.extern(entry.name()));
      }
      instances.add(engine.compile(module).instantiate(imports, InstanceLimits.NONE));
    }
    for (Late bound : late) {
      Instance other = instances.get((bound.module + 1) % instances.size());
      bound.slot.bind(function(other, bound.name));
    }
    instances.forEach(Instance::start);
  }

  private FunctionSlot slot(Import entry) {
    FunctionSlot slot = engine.newSlot(entry.name(), (FunctionType) entry.type());
    late.add(new Late(slot, instances.size(), entry.name()));
    return slot;
  }

  private void call(Call call) {
    host.fuel(fuzzCase.features().style().fuel());
    Function function = function(instances.get(call.module()), call.function());
    boolean last = false;
    String outcome;
    try {
      outcome = Observation.describe(function.call(call.arguments().toArray()));
    } catch (TrapException e) {
      outcome = "trap: " + e.kind();
      last = isBeyondComparison(e);
    } catch (RuntimeException | Error e) {
      outcome = "broken: " + e + Arrays.stream(e.getStackTrace()).limit(4).toList();
      last = isTailCallOfItself(e);
    }
    observations.add(new Observation(call.toString(), outcome + ": " + host.state(), last));
  }

  /** A stack overflow comes when it likes; the tail call is one that Endive does not have. */
  private static boolean isBeyondComparison(TrapException trap) {
    return trap.kind() == TrapKind.STACK_OVERFLOW
        || (trap.kind() == TrapKind.OTHER && FOREIGN_TAIL_CALL.equals(trap.getMessage()));
  }

  /** Through a table, a function may call itself in spite of its generator. */
  private boolean isTailCallOfItself(Throwable thrown) {
    return !fuzzCase.features().tailCallsOfItself()
        && thrown.getStackTrace().length > 0
        && thrown.getStackTrace()[0].toString().contains("StackFrame.reset");
  }

  private static Function function(Instance instance, String name) {
    return (Function) instance.export(name).orElseThrow();
  }
}
