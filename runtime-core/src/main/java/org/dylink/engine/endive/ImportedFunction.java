package org.dylink.engine.endive;

import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmFunctionHandle;

/** Forwards a guest's calls of an import to the function that it was given. */
final class ImportedFunction implements WasmFunctionHandle {
  private final RawFunction target;

  private ImportedFunction(RawFunction target) {
    this.target = target;
  }

  static ImportFunction of(String module, String name, RawFunction target) {
    return new ImportFunction(
        module, name, EndiveTypes.endive(target.type()), new ImportedFunction(target));
  }

  @Override
  public long[] apply(Instance caller, long... arguments) {
    try {
      return target.invoke(arguments);
    } catch (WasmException e) {
      throw GuestExceptions.seenBy(caller, e);
    }
  }

  @Override
  public CallResult applyWithRefs(Instance caller, long[] arguments, Object[] references) {
    try {
      return target.invokeWithReferences(arguments, references);
    } catch (WasmException e) {
      throw GuestExceptions.seenBy(caller, e);
    }
  }
}
