package org.dylink.engine.jvm.run.call;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * How a function is called: what import arrays and tables hold. For each signature there is a
 * generated subclass with a typed method {@code (call)}, which takes the state of the caller's
 * instance after the parameters, null from the host; for each function of a module a final subclass
 * of that, so that HotSpot inlines through the receiver's class.
 */
public abstract class EntryPoint {
  /** The function that this is the entry of; its identity. */
  public final JvmFunction function;

  /** The state of the instance that defines it; null for a host's. */
  public final InstanceState state;

  /** A number for the code that it calls: the same in all programs; 0 for a host's. */
  final int codeId;

  protected EntryPoint(JvmFunction function, InstanceState state) {
    this.function = function;
    this.state = state;
    this.codeId = function.codeId();
  }

  /** Whether its class stands for one function's code. */
  final boolean isForGood() {
    return codeId != 0 && function.isCode(this);
  }

  /**
   * Calls with boxed arguments, as the typed method does.
   *
   * @param caller the instance whose code calls; null for the host
   * @return null, the result, or an array of several results
   */
  public abstract Object callBoxed(Object[] arguments, InstanceState caller);

  // Makes a tail call with the arguments that its caller has noted: the one that gives what the
  // function gives is in the class of its signature.

  protected void resumeVoid(InstanceState caller) {
    throw givesOther();
  }

  protected int resumeInt(InstanceState caller) {
    throw givesOther();
  }

  protected long resumeLong(InstanceState caller) {
    throw givesOther();
  }

  protected float resumeFloat(InstanceState caller) {
    throw givesOther();
  }

  protected double resumeDouble(InstanceState caller) {
    throw givesOther();
  }

  protected Object resumeObject(InstanceState caller) {
    throw givesOther();
  }

  private IllegalStateException givesOther() {
    return new IllegalStateException("BUG: a tail call of " + function + " for another result");
  }

  /** What is called in place of an entry that stands for one that is not there yet. */
  protected final EntryPoint resolve() {
    return function.resolve();
  }

  /** Something that keeps entry points to call them fast, and must hear of a better one. */
  interface Holder {
    /** Puts an entry in the place of another, wherever that is kept. */
    void replace(EntryPoint before, EntryPoint now);

    /** The same for many, all at once. */
    void replaceAll(Changes changes);
  }

  /** Entries of many functions that change at once: each holder looks through its own once. */
  static final class Changes {
    private final IdentityHashMap<EntryPoint, EntryPoint> changes = new IdentityHashMap<>();
    private final Set<Holder> holders = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Notes a change; the function has the new entry already. */
    void add(EntryPoint before, EntryPoint now, Set<Holder> told) {
      if (before != now) {
        changes.put(before, now);
        holders.addAll(told);
      }
    }

    /** Puts the new entries in place with all that keep one. */
    void tellHolders() {
      holders.forEach(holder -> holder.replaceAll(this));
    }

    /** What comes in the place of an entry; null if it stays. */
    EntryPoint now(EntryPoint before) {
      return changes.get(before);
    }
  }
}
