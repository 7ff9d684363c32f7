package org.dylink.engine.endive;

import java.util.ArrayDeque;
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
 * The interpreter, with a call stack for each function, and noting each function that an exception
 * leaves.
 *
 * <p>Endive's interpreter searches its call stack for a handler from where an exception is thrown,
 * or comes in from an import, but does not see one that comes out of an indirect call. And it goes
 * on with an outer function inside of the inner one's Java call, so that other modules' functions
 * between the two would not be left. With call stacks of one function each, an exception leaves
 * functions as Java's exceptions do, and each caller is searched when it is reached.
 */
final class TracingInterpreter extends InterpreterMachine {
  private final WasmModule module;
  private Deque<StackFrame> running; // the innermost function's; null when nothing runs
  private Instance indirect; // what an indirect call that has just begun goes to, if elsewhere

  TracingInterpreter(WasmModule module, Instance instance) {
    super(instance);
    this.module = module;
  }

  /** A call from outside; while another one runs, it gets a machine, and so a stack, of its own. */
  @Override
  public long[] call(int function, long[] arguments) {
    return running == null
        ? super.call(function, arguments)
        : new TracingInterpreter(module, instance()).call(function, arguments);
  }

  @Override
  public CallResult callWithRefs(int function, long[] arguments, Object[] references) {
    return running == null
        ? super.callWithRefs(function, arguments, references)
        : new TracingInterpreter(module, instance()).callWithRefs(function, arguments, references);
  }

  @Override
  protected long[] call(
      MStack stack,
      Instance instance,
      Deque<StackFrame> unused,
      int function,
      long[] arguments,
      Object[] references,
      FunctionType type,
      boolean popResults) {
    Instance callee = indirect == null ? instance : indirect;
    indirect = null;
    Deque<StackFrame> caller = running;
    running = new ArrayDeque<>(2);
    try {
      return super.call(stack, callee, running, function, arguments, references, type, popResults);
    } catch (RuntimeException e) {
      trace(e, callee, function);
      if (caller == null || !(e instanceof WasmException thrown)) {
        throw e;
      }
      enterHandler(thrown, stack, new StackFrame(callee, function, arguments), caller);
      return null;
    } finally {
      running = caller;
    }
  }

  /** Takes also functions of elsewhere for the instance's, so that they come to {@link #call}. */
  @Override
  protected boolean useCurrentInstanceInterpreter(
      Instance instance, Instance target, int function) {
    indirect = target == instance ? null : target;
    return true;
  }

  /** Sets the caller to its handler, or throws on. */
  private void enterHandler(
      WasmException thrown, MStack stack, StackFrame left, Deque<StackFrame> caller) {
    int reference = NumberedException.register(instance(), thrown);
    THROW_REF(instance(), reference, stack, left, caller);
  }

  private void trace(RuntimeException thrown, Instance callee, int function) {
    if (callee.function(function) != null) {
      UnwoundFrames.add(thrown, new GuestFrame(module.name(), module.functionName(function)));
    }
  }
}
