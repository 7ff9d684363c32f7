package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dylink.engine.CodeHold;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.control.FunctionReplacements;
import org.dylink.engine.control.HeldCalls;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;

/**
 * A hold of an instance's functions: what others know of each leads to Java, where calls wait. That
 * is changed while no thread runs generated code, so nobody is on his way in who is not seen there.
 */
final class NativeHold implements CodeHold {
  private final NativeInstance held;
  private final HeldCalls calls = new HeldCalls(NativeThread.STOPPING);
  private final Arena arena = Arena.ofAuto();
  private final FunctionReplacements<DefinedFunction> replaced = new FunctionReplacements<>();
  private NativeInstance next; // null until there is something to put in place

  private NativeHold(NativeInstance held) {
    this.held = held;
  }

  /**
   * Begins to hold back calls.
   *
   * @throws IllegalStateException if they are held back already
   */
  static CodeHold begin(NativeInstance held) {
    NativeHold hold = new NativeHold(held);
    held.beginHold(hold);
    List<DefinedFunction> functions = held.definedFunctions();
    StandStill.during(
        () -> {
          functions.forEach(each -> each.holdBack(hold));
          return hold;
        });
    return hold;
  }

  /** What code between Java and functions gets for a function that is held back. */
  long words(DefinedFunction function) {
    long words = arena.allocate(ContextLayout.OUT_SIZE, Long.BYTES).address();
    Raw.putLong(words + ContextLayout.OUT_NUMBER, Service.CALL.number(function.number()));
    return words;
  }

  @Override
  public List<Function> functions() {
    return List.copyOf(held.definedFunctions());
  }

  @Override
  public boolean isOutside(ExecutionControl thread) {
    return !thread.isExecuting(held.wasm());
  }

  @Override
  public boolean isWaiting(ExecutionControl thread) {
    return calls.isWaiting((NativeControl) thread);
  }

  @Override
  public void replace(Instance instance, Map<Integer, Integer> indexes) {
    next = (NativeInstance) instance;
    indexes.forEach(
        (index, standsFor) -> {
          DefinedFunction function = (DefinedFunction) held.function(index);
          next.adopt(standsFor, function);
          replaced.put(function, standsFor);
        });
  }

  @Override
  public void keep(Map<Function, Function> standIns) {
    replaced.keep(standIns);
  }

  @Override
  public void close() {
    List<DefinedFunction> functions = held.definedFunctions();
    StandStill.during(
        () -> {
          functions.forEach(this::settle);
          held.endHold();
          return this;
        });
    calls.open();
  }

  private void settle(DefinedFunction function) {
    OptionalInt index = replaced.kept(function);
    if (index.isPresent()) {
      function.become(next, index.getAsInt());
    } else if (replaced.standIn(function) instanceof NativeFunction standIn) {
      function.become(standIn);
    } else {
      function.putBack();
    }
  }

  /** Whether the current thread may call what is there now: it is in there, or makes the hold. */
  boolean letsPass() {
    return replaced.isOwner() || NativeThread.current().isIn(held.wasm());
  }

  /** Waits until calls go on. */
  void await() {
    calls.await();
  }

  /** Calls what the current thread, which passes, is to call in place of a function. */
  void pass(DefinedFunction function, long buffer) {
    OptionalInt index = replaced.passing(function);
    if (index.isPresent()) {
      function.callCode(next, index.getAsInt(), buffer);
    } else {
      function.callCode(buffer);
    }
  }
}
