package org.dylink.machine.ir;

import org.dylink.engine.machine.ContextLayout;
import org.dylink.machine.ir.FunctionText.Value;

/** A function's code, and the context that it gets. */
record Callee(String code, String context) {
  /** What others know of a function. */
  static Callee of(FunctionText text, Value function) {
    Value code = text.load("ptr", function.name(), ContextLayout.FUNCTION_CODE);
    Value context = text.load("ptr", function.name(), ContextLayout.FUNCTION_CONTEXT);
    return new Callee(code.name(), context.name());
  }
}
