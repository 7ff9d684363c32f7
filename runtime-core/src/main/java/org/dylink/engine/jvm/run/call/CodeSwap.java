package org.dylink.engine.jvm.run.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.CodeHold;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.control.FunctionReplacements;
import org.dylink.engine.control.GuestControl;
import org.dylink.engine.control.HeldCalls;

/**
 * A hold of an instance's functions. Each gets the entry that asks what to call, as one has that is
 * not compiled yet; so whoever calls it comes by here, however long ago it took the entry up.
 */
public final class CodeSwap implements CodeHold, InstanceState.Swap {
  /** An instance of this engine, whichever class that is. */
  public interface Bearer {
    /** What generated code sees of it. */
    InstanceState state();
  }

  private final InstanceState held;
  private final FunctionReplacements<JvmFunction> replaced = new FunctionReplacements<>();
  private InstanceState next; // null until there is something to put in place
  private boolean looked;
  private final HeldCalls calls = ThreadControl.newHeldCalls();

  private CodeSwap(InstanceState held) {
    this.held = held;
  }

  /**
   * Begins to hold back calls.
   *
   * @throws IllegalStateException if they are held back already
   */
  public static CodeHold begin(InstanceState held) {
    CodeSwap swap = new CodeSwap(held);
    held.beginSwap(swap);
    EntryPoint.Changes changes = new EntryPoint.Changes();
    held.definedFunctions().forEach(each -> ((GuestFunction) each).holdBack(changes));
    changes.tellHolders();
    return swap;
  }

  @Override
  public List<Function> functions() {
    return new ArrayList<>(held.definedFunctions());
  }

  @Override
  public boolean isOutside(ExecutionControl thread) {
    if (!looked) {
      // A loop may have read an entry before this began, and keep it as long as it runs.
      Poll.renew();
      looked = true;
    }
    // Twice: the first look may come between a thread's reading an entry and its call.
    boolean wasOutside = !thread.isExecuting(held.facts.module());
    return wasOutside && !thread.isExecuting(held.facts.module());
  }

  @Override
  public boolean isWaiting(ExecutionControl thread) {
    return calls.isWaiting((GuestControl) thread);
  }

  @Override
  public void replace(Instance instance, Map<Integer, Integer> indexes) {
    InstanceState other = ((Bearer) instance).state();
    next = other;
    indexes.forEach(
        (index, standsFor) -> {
          GuestFunction function = (GuestFunction) held.function(index);
          function.checkReplaceable(other, standsFor);
          other.adopt(standsFor, function);
          replaced.put(function, standsFor);
        });
  }

  @Override
  public void keep(Map<Function, Function> standIns) {
    replaced.keep(standIns);
  }

  @Override
  public void close() {
    EntryPoint.Changes changes = new EntryPoint.Changes();
    held.definedFunctions().forEach(each -> settle((GuestFunction) each, changes));
    changes.tellHolders();
    held.endSwap();
    calls.open();
    if (replaced.isKept()) {
      held.facts.users().forget();
    }
  }

  private void settle(GuestFunction function, EntryPoint.Changes changes) {
    OptionalInt index = replaced.kept(function);
    if (index.isPresent()) {
      function.become(next, index.getAsInt(), changes);
    } else if (replaced.standIn(function) instanceof JvmFunction standIn) {
      function.become(standIn, changes);
    } else {
      function.putBack(changes);
    }
  }

  @Override
  public boolean letsPass() {
    return replaced.isOwner()
        || GuestFrames.isIn(Thread.currentThread().getStackTrace(), held.facts.module());
  }

  @Override
  public Optional<EntryPoint> next(JvmFunction function) {
    OptionalInt index = replaced.passing(function);
    return index.isPresent()
        ? Optional.of(((FunctionCode) next.facts).newEntry(index.getAsInt(), next, function))
        : Optional.empty();
  }

  @Override
  public void await() {
    calls.await();
  }
}
