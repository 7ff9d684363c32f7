package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.CodeHold;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.control.HeldCalls;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.engine.machine.Service;

/**
 * A hold of an instance's functions: what others know of each leads to Java, where calls wait. That
 * is changed while no thread runs generated code, so nobody is on his way in who is not seen there.
 */
final class NativeHold implements CodeHold {
  private final NativeInstance held;
  private final Thread owner = Thread.currentThread();
  private final HeldCalls calls = new HeldCalls(NativeThread.STOPPING);
  private final Arena arena = Arena.ofAuto();
  private final IdentityHashMap<DefinedFunction, Integer> replaced = new IdentityHashMap<>();
  private Map<Function, Function> gone = Map.of();
  private NativeInstance next; // null until there is something to put in place
  private boolean kept;

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
    gone = standIns;
    kept = true;
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
    if (kept && replaced.containsKey(function)) {
      function.become(next, replaced.get(function));
    } else if (kept && gone.get(function) instanceof NativeFunction standIn) {
      function.become(standIn);
    } else {
      function.putBack();
    }
  }

  /** Whether the current thread may call what is there now: it is in there, or makes the hold. */
  boolean letsPass() {
    return isOwner() || NativeThread.current().isIn(held.wasm());
  }

  private boolean isOwner() {
    return Thread.currentThread() == owner;
  }

  /** Waits until calls go on. */
  void await() {
    calls.await();
  }

  /**
   * Calls what the current thread is to call in place of a function: code of the other instance if
   * it is who has made that and lets it begin; all others that pass are in the old code.
   */
  void pass(DefinedFunction function, long buffer) {
    Integer index = isOwner() ? replaced.get(function) : null;
    if (index == null) {
      function.callCode(buffer);
    } else {
      function.callCode(next, index, buffer);
    }
  }
}
