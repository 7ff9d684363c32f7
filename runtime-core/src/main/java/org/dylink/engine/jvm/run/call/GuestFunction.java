package org.dylink.engine.jvm.run.call;

import java.util.Optional;

/**
 * A function that an instance defines; compiled when it is called first. Other code may be put
 * behind it, of another module: it stays the same object then.
 */
public final class GuestFunction extends JvmFunction {
  private FunctionCode code; // guarded by this
  private InstanceState state; // guarded by this
  private int index; // guarded by this
  private EntryPoint compiled; // guarded by this; null until it is needed

  public GuestFunction(FunctionCode code, int index, InstanceState state) {
    super(code.functionName(index), code.type(index), code.signature(index));
    this.code = code;
    this.state = state;
    this.index = index;
    // Not through what may wait: whoever made this has the lock of all functions.
    entry = code.isCompiled(index) && state.swap() == null ? compiled() : asking();
  }

  /** Its index in the module, imports counted first. */
  public synchronized int index() {
    return index;
  }

  @Override
  public synchronized Optional<Origin> origin() {
    return Optional.of(new Origin(code.module(), index));
  }

  @Override
  EntryPoint resolve() {
    while (true) {
      InstanceState.Swap swap = swap();
      boolean passes = swap == null || swap.letsPass();
      if (!passes) {
        swap.await();
      } else if (swap == null) {
        HostBorder.prepare();
      }
      synchronized (this) {
        if (state.swap() == null) {
          return settled();
        } else if (passes && state.swap() == swap) {
          return swap.next(this).orElseGet(this::compiled);
        }
      }
    }
  }

  private synchronized InstanceState.Swap swap() {
    return state.swap();
  }

  private synchronized EntryPoint settled() {
    if (entry != compiled()) {
      change(compiled);
    }
    return compiled;
  }

  private synchronized EntryPoint compiled() {
    if (compiled == null) {
      compiled = code.newEntry(index, state, this);
    }
    return compiled;
  }

  private synchronized EntryPoint asking() {
    return code.signature(index).unresolved(this, state);
  }

  /** Lets calls ask what to call, from here on. */
  synchronized void holdBack(EntryPoint.Changes changes) {
    if (entry == compiled) {
      change(asking(), changes);
    }
  }

  /** Lets calls go to its code again. */
  synchronized void putBack(EntryPoint.Changes changes) {
    if (compiled != null) {
      change(compiled, changes);
    }
  }

  /**
   * Checks that a function of another instance can stand for it.
   *
   * @throws IllegalArgumentException if it is of another type
   */
  void checkReplaceable(InstanceState other, int otherIndex) {
    if (!((FunctionCode) other.facts).type(otherIndex).equals(type())) {
      throw new IllegalArgumentException(
          other.facts.moduleName()
              + ": function "
              + other.facts.functionName(otherIndex)
              + ": expected "
              + type()
              + ", found "
              + ((FunctionCode) other.facts).type(otherIndex));
    }
  }

  /** Has the code of another instance from here on, which is compiled when it is called. */
  synchronized void become(InstanceState other, int otherIndex, EntryPoint.Changes changes) {
    code = (FunctionCode) other.facts;
    state = other;
    index = otherIndex;
    compiled = null;
    change(code.isCompiled(index) ? compiled() : asking(), changes);
  }

  /** Has no code of its own any more, and calls that of another function. */
  synchronized void become(JvmFunction other, EntryPoint.Changes changes) {
    compiled = other.entry;
    change(compiled, changes);
  }

  @Override
  synchronized int codeId() {
    return code.firstCodeId() + index;
  }

  @Override
  boolean mayChange() {
    return true;
  }

  @Override
  synchronized boolean isCode(EntryPoint one) {
    return one == compiled;
  }
}
