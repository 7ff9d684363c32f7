package org.dylink.engine.jvm.run.call;

import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;

/**
 * A function's identity, and its entry point, which may get better: compiled at the first call, or
 * bound again. Used by one thread at a time, but for slots.
 */
public abstract class JvmFunction implements Function {
  private static final WeakReference<?>[] NONE = {};

  private final String name;
  private final FunctionType type;
  private final Invoker invoker;

  // An array of just their number, or the one: a program has hundreds of functions with one holder.
  private Object holders = NONE;

  /** The entry; read by generated code. */
  public EntryPoint entry;

  JvmFunction(String name, FunctionType type, Invoker invoker) {
    this.name = name;
    this.type = type;
    this.invoker = invoker;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FunctionType type() {
    return type;
  }

  /** The entry to call now; becomes {@link #entry} if that can be for good. */
  abstract EntryPoint resolve();

  /** What {@link EntryPoint#codeId} is of its entry. */
  int codeId() {
    return 0;
  }

  /** Whether the entry may be replaced. */
  abstract boolean mayChange();

  /** Whether an entry of it calls its code, and asks nobody which that is. */
  boolean isCode(EntryPoint one) {
    return false;
  }

  /** What a table keeps for it. */
  EntryPoint entryForTable(WeakReference<? extends EntryPoint.Holder> table) {
    return entryFor(table);
  }

  /** The entry, for somebody who is told of a better one. */
  final EntryPoint entryFor(WeakReference<? extends EntryPoint.Holder> holder) {
    if (mayChange()) {
      addHolder(holder);
    }
    return entry;
  }

  private synchronized void addHolder(WeakReference<? extends EntryPoint.Holder> holder) {
    WeakReference<?>[] known = holders();
    if (!Arrays.asList(known).contains(holder)) {
      // Unloaded libraries leave empty references.
      List<WeakReference<?>> all = new ArrayList<>(known.length + 1);
      for (WeakReference<?> each : known) {
        if (each.get() != null) {
          all.add(each);
        }
      }
      all.add(holder);
      holders = all.size() == 1 ? holder : all.toArray(NONE);
    }
  }

  private WeakReference<?>[] holders() {
    return holders instanceof WeakReference<?> one
        ? new WeakReference<?>[] {one}
        : (WeakReference<?>[]) holders;
  }

  /** Puts a better entry in place, here and with all holders. */
  final synchronized void change(EntryPoint now) {
    EntryPoint before = entry;
    entry = now;
    for (WeakReference<?> each : holders()) {
      if (each.get() instanceof EntryPoint.Holder holder) {
        holder.replace(before, now);
      }
    }
  }

  /** The same for one of many that change at once. */
  final synchronized void change(EntryPoint now, EntryPoint.Changes changes) {
    EntryPoint before = entry;
    entry = now;
    Set<EntryPoint.Holder> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (WeakReference<?> each : holders()) {
      if (each.get() instanceof EntryPoint.Holder holder) {
        told.add(holder);
      }
    }
    changes.add(before, now, told);
  }

  @Override
  public Object call(Object... arguments) {
    if (arguments.length != type.params().size()) {
      throw new IllegalArgumentException(
          name + ": expected " + type.params().size() + " arguments, found " + arguments.length);
    }
    try {
      return entry.callBoxed(arguments, null);
    } catch (RuntimeException | Error e) {
      throw Traps.translate(e);
    }
  }

  @Override
  public MethodHandle handle() {
    return invoker.invoker().bindTo(this);
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
