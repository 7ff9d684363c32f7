package org.dylink.engine.endive;

import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;

/** Forwards a guest's calls of an import to the function that it was given. */
final class ImportedFunction implements WasmFunctionHandle {
  private final RawFunction target;
  private final ForeignFunctions caller;

  private ImportedFunction(RawFunction target, ForeignFunctions caller) {
    this.target = target;
    this.caller = caller;
  }

  static ImportFunction of(
      String module, String name, RawFunction target, ForeignFunctions caller) {
    return new ImportFunction(
        module, name, EndiveTypes.endive(target.type()), new ImportedFunction(target, caller));
  }

  @Override
  public long[] apply(Instance instance, long... arguments) {
    return BorderCall.invoke(target, caller, arguments);
  }

  @Override
  public CallResult applyWithRefs(Instance instance, long[] arguments, Object[] references) {
    return BorderCall.invokeWithReferences(target, caller, arguments, references);
  }
}
