package org.dylink.machine.run;

import org.dylink.engine.CompiledModule.LateFunctions;
import org.dylink.engine.Function;
import org.dylink.engine.imports.ImportCheck;
import org.dylink.format.WasmModule;

/**
 * What stands for a function that an instance imports until it is called: then somebody is asked
 * for it, and generated code goes there by itself from then on, in all threads.
 */
final class LateSlot extends NativeSlot {
  LateSlot(WasmModule module, int index, LateFunctions functions) {
    super(module.functionName(index), module.functionType(index));
    bindLater(() -> ask(module, index, functions));
  }

  private Function ask(WasmModule module, int index, LateFunctions functions) {
    Function found = functions.at(index);
    if (!found.type().equals(type())) {
      new ImportCheck(module).checkFunction(index, found);
    }
    return found;
  }

  @Override
  NativeFunction meant() {
    return (NativeFunction) current();
  }
}
