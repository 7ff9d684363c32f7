package org.dylink.engine.endive;

import run.endive.runtime.CallResult;
import run.endive.runtime.WasmException;

/**
 * Calls a function for an instance that may not be its own. References to functions are numbers
 * that mean something to one instance only: on the way the functions themselves are passed.
 */
final class BorderCall {
  private BorderCall() {}

  static long[] invoke(RawFunction target, ForeignFunctions caller, long[] arguments) {
    try {
      return target.carriesFunctions()
          ? carrying(target, caller, arguments, null).longs()
          : target.invoke(arguments);
    } catch (WasmException e) {
      throw GuestExceptions.seenBy(caller.own(), e);
    }
  }

  static CallResult invokeWithReferences(
      RawFunction target, ForeignFunctions caller, long[] arguments, Object[] references) {
    try {
      return target.carriesFunctions()
          ? carrying(target, caller, arguments, references)
          : target.invokeWithReferences(arguments, references);
    } catch (WasmException e) {
      throw GuestExceptions.seenBy(caller.own(), e);
    }
  }

  private static CallResult carrying(
      RawFunction target, ForeignFunctions caller, long[] arguments, Object[] references) {
    Object result =
        target.invokeBoxed(RawValues.boxed(target.type(), arguments, references, caller));
    return CallResult.of(
        RawValues.rawResults(target.type(), result, caller),
        RawValues.referenceResults(target.type(), result));
  }
}
