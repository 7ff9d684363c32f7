package org.dylink.fuzz;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.dylink.format.WasmModule;

/**
 * Modules that are linked to each other, and what is called.
 *
 * @param features what they were made for
 */
record FuzzCase(List<WasmModule> modules, List<Call> calls, Features features) {
  /** A call of an exported function. */
  record Call(int module, String function, List<Object> arguments) {
    @Override
    public String toString() {
      return "module "
          + module
          + ": "
          + function
          + arguments.stream().map(Observation::describe).collect(joining(", ", "(", ")"));
    }
  }
}
