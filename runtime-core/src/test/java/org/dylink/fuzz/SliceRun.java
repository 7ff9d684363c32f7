package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** Calls each function of a slice. */
final class SliceRun {
  private static final int FUEL = 300;
  private static final InstanceLimits LIMITS = new InstanceLimits(64, 4_096);
  private static final List<Integer> INTEGERS = List.of(0, 1, 2, 1_024, 2_000, 40_000, -1, 1 << 31);

  private final SliceHost host;
  private final Instance instance;
  private final Slice slice;

  private SliceRun(SliceHost host, Instance instance, Slice slice) {
    this.host = host;
    this.instance = instance;
    this.slice = slice;
  }

  /**
   * Runs a slice with one engine.
   *
   * @param module the slice, written so that it takes fuel
   * @throws InvalidModuleException if the engine refuses the module
   */
  static List<Observation> run(Engine engine, WasmModule module, Slice slice, int[] choices)
      throws InvalidModuleException {
    SliceHost host = new SliceHost(engine, module);
    Instance instance = engine.compile(module).instantiate(host.externs(), LIMITS);
    instance.start();
    return new SliceRun(host, instance, slice).run(Choices.again(choices));
  }

  private List<Observation> run(Choices choices) {
    List<Observation> observations = new ArrayList<>();
    for (int place = 0; place < slice.size(); place++) {
      for (int i = 0; i < 2; i++) {
        List<Object> arguments = new ArrayList<>();
        for (ValueType param : slice.type(place).params()) {
          arguments.add(argument(param, choices));
        }
        observations.add(call(place, arguments));
      }
    }
    return observations;
  }

  private static Object argument(ValueType type, Choices choices) {
    int number = choices.oneIn(4) ? choices.bits() : choices.of(INTEGERS);
    return switch (type.kind()) {
      case I32 -> number;
      case I64 -> (long) number;
      case F32 -> (float) number;
      case F64 -> (double) number;
      default -> null;
    };
  }

  private Observation call(int place, List<Object> arguments) {
    ((Global) instance.export(Slice.FUEL).orElseThrow()).set(FUEL);
    Function function = (Function) instance.export(String.valueOf(place)).orElseThrow();
    boolean last = false;
    String outcome;
    try {
      outcome = Observation.describe(function.call(arguments.toArray()));
    } catch (TrapException e) {
      outcome = "trap: " + e.kind();
      last = e.kind() == TrapKind.STACK_OVERFLOW;
    } catch (RuntimeException | Error e) {
      outcome = "broken: " + e + Arrays.stream(e.getStackTrace()).limit(4).toList();
    }
    String what = place + arguments.stream().map(Observation::describe).toList().toString();
    return new Observation(what, outcome + ": " + host.state(), last);
  }
}
