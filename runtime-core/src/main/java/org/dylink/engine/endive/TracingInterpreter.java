package org.dylink.engine.endive;

import java.util.Deque;
import org.dylink.engine.GuestFrame;
import org.dylink.format.WasmModule;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.MStack;
import run.endive.runtime.StackFrame;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionType;

/**
 * The interpreter, noting each function that an exception leaves: its own stack is gone by then.
 *
 * <p>Each call from outside, while the instance is already running, gets an interpreter of its own.
 * With one stack for all, an exception thrown in a callback would find the handler of an outer
 * function and go on there, and the functions of other instances in between would run on.
 */
final class TracingInterpreter extends InterpreterMachine {
  private final WasmModule module;
  private boolean running;
  private Throwable unwinding;
  private int depth; // of the guest's stack, as far as it is unwound

  TracingInterpreter(WasmModule module, Instance instance) {
    super(instance);
    this.module = module;
  }

  @Override
  public long[] call(int function, long[] arguments) {
    if (running) {
      return new TracingInterpreter(module, instance()).call(function, arguments);
    }
    running = true;
    try {
      return super.call(function, arguments);
    } finally {
      running = false;
      unwinding = null;
    }
  }

  @Override
  public CallResult callWithRefs(int function, long[] arguments, Object[] references) {
    if (running) {
      return new TracingInterpreter(module, instance())
          .callWithRefs(function, arguments, references);
    }
    running = true;
    try {
      return super.callWithRefs(function, arguments, references);
    } finally {
      running = false;
      unwinding = null;
    }
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
    int below = callStack.size();
    try {
      return super.call(
          stack, instance, callStack, function, arguments, references, type, popResults);
    } catch (RuntimeException e) {
      unwind(e, Integer.MAX_VALUE);
      boolean isGuest = instance.function(function) != null;
      if (isGuest && below < depth) {
        depth = below;
        UnwoundFrames.add(e, new GuestFrame(module.name(), module.functionName(function)));
      }
      throw e;
    }
  }

  /**
   * A function that catches an exception goes on inside of the Java call of the function that threw
   * it. So what Java unwinds may have been left long ago: the guest's own stack, still whole here,
   * tells.
   */
  @Override
  protected void eval(MStack stack, Instance instance, Deque<StackFrame> callStack) {
    try {
      super.eval(stack, instance, callStack);
    } catch (WasmException e) {
      throw e; // it has emptied the guest's stack in search of a handler
    } catch (RuntimeException e) {
      unwind(e, callStack.size());
      throw e;
    }
  }

  private void unwind(RuntimeException thrown, int from) {
    if (unwinding != thrown) {
      unwinding = thrown;
      depth = from;
    }
  }
}
