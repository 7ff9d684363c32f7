package org.dylink.engine.endive;

import java.util.Deque;
import org.dylink.engine.GuestFrame;
import org.dylink.format.WasmModule;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.MStack;
import run.endive.runtime.StackFrame;
import run.endive.wasm.types.FunctionType;

/**
 * The interpreter, noting each function that an exception leaves: its own stack is gone by then.
 */
final class TracingInterpreter extends InterpreterMachine {
  private final WasmModule module;

  TracingInterpreter(WasmModule module, Instance instance) {
    super(instance);
    this.module = module;
  }

  @Override
  protected long[] call(
      MStack stack,
      Instance instance,
      Deque<StackFrame> callStack,
      int function,
      long[] arguments,
      Object[] references,
      FunctionType type,
      boolean popResults) {
    try {
      return super.call(
          stack, instance, callStack, function, arguments, references, type, popResults);
    } catch (RuntimeException e) {
      if (instance.function(function) != null) {
        UnwoundFrames.add(new GuestFrame(module.name(), module.functionName(function)));
      }
      throw e;
    }
  }
}
