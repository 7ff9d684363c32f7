package org.dylink.engine.jvm.run.call;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dylink.engine.stack.StackReserve;

/**
 * An indirect call that is made often. It learns which functions it goes to and looks among them by
 * comparisons, so that HotSpot inlines each and the processor predicts the branches; a virtual call
 * does that for two receivers only. Where there are more than {@link #MOST}, it stays one.
 */
public final class IndirectCallSite extends MutableCallSite implements CodeUsers.Site {
  private static final int MOST = 16;
  // Each change of the target costs a compilation of all code around it: so learn in few steps.
  private static final int FIRST_LOOK = 64;
  private static final int NEXT_LOOK = 32;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle NOTE =
      find(
          "note",
          MethodType.methodType(EntryPoint.class, IndirectCallSite.class, EntryPoint.class));
  private static final MethodHandle IS_EXACTLY =
      find("isExactly", MethodType.methodType(boolean.class, Class.class, EntryPoint.class));
  private static final MethodHandle IS_BELOW =
      find("isBelow", MethodType.methodType(boolean.class, int.class, EntryPoint.class));

  // Classes by their code's number, and no entries: those belong to a program, which must not stay.
  private final SortedMap<Integer, Class<?>> known = new TreeMap<>(); // guarded by this
  private final MethodHandle dispatch;
  private int inTarget; // guarded by this
  private boolean hasTooMany; // guarded by this; for good
  private int misses; // guarded by this
  private int nextLook = FIRST_LOOK; // guarded by this

  private IndirectCallSite(MethodType type, MethodHandle dispatch) {
    super(type);
    this.dispatch = dispatch;
    setTarget(noting());
  }

  /**
   * Links a call: the bootstrap method of generated code.
   *
   * @param type the function's parameters, then its entry point of the signature's class, and the
   *     caller's state
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type)
      throws ReflectiveOperationException {
    Class<?> signature = type.parameterType(type.parameterCount() - 2);
    return new IndirectCallSite(type, caller.findStatic(signature, "dispatch", type));
  }

  private static MethodHandle find(String name, MethodType type) {
    try {
      return LOOKUP.findStatic(IndirectCallSite.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no method " + name, e);
    }
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private static boolean isExactly(Class<?> type, EntryPoint entry) {
    return entry.getClass() == type;
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private static boolean isBelow(int codeId, EntryPoint entry) {
    return entry.codeId < codeId;
  }

  private int entryAt() {
    return type().parameterCount() - 2;
  }

  private Class<?> signature() {
    return type().parameterType(entryAt());
  }

  /** A virtual call, before which the site learns what it goes to. */
  private MethodHandle noting() {
    MethodHandle note = NOTE.bindTo(this).asType(MethodType.methodType(signature(), signature()));
    return MethodHandles.filterArguments(dispatch, entryAt(), note);
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private static EntryPoint note(IndirectCallSite site, EntryPoint entry) {
    site.learn(entry);
    return entry;
  }

  private void learn(EntryPoint entry) {
    if (!entry.isForGood() || !StackReserve.isThere()) {
      return; // there is nothing to learn of a host's; and of others, it can do without
    }
    if (!knows(entry)) {
      // Not under the lock of a site: whoever forgets takes that last.
      CodeUsers.forgetGone();
      entry.state.facts.users().add(this);
    }
    count(entry);
  }

  private synchronized boolean knows(EntryPoint entry) {
    return known.containsKey(entry.codeId);
  }

  private synchronized void count(EntryPoint entry) {
    if (hasTooMany) {
      return;
    }
    known.put(entry.codeId, entry.getClass());
    misses++;
    if (misses >= nextLook) {
      nextLook *= NEXT_LOOK;
      look();
    }
  }

  private void look() {
    if (known.size() > MOST) {
      hasTooMany = true;
      known.clear();
      setTarget(dispatch);
    } else if (known.size() > inTarget) {
      setTarget();
    }
  }

  private void setTarget() {
    inTarget = known.size();
    setTarget(inTarget == 0 ? noting() : search(List.copyOf(known.entrySet()), 0, inTarget));
  }

  @Override
  public synchronized void forget(int firstCodeId, int endCodeId) {
    SortedMap<Integer, Class<?>> gone = known.subMap(firstCodeId, endCodeId);
    if (!gone.isEmpty()) {
      gone.clear();
      misses = 0;
      nextLook = FIRST_LOOK;
      setTarget();
    }
  }

  /** A search among known codes, by halves. */
  private MethodHandle search(List<Map.Entry<Integer, Class<?>>> codes, int from, int end) {
    if (end - from == 1) {
      Class<?> type = codes.get(from).getValue();
      return MethodHandles.guardWithTest(test(IS_EXACTLY.bindTo(type)), direct(type), noting());
    }
    int middle = (from + end) >>> 1;
    MethodHandle below = MethodHandles.insertArguments(IS_BELOW, 0, codes.get(middle).getKey());
    return MethodHandles.guardWithTest(
        test(below), search(codes, from, middle), search(codes, middle, end));
  }

  /** A test of the entry. */
  private MethodHandle test(MethodHandle ofEntry) {
    MethodHandle typed = ofEntry.asType(MethodType.methodType(boolean.class, signature()));
    return MethodHandles.dropArguments(typed, 0, type().parameterList().subList(0, entryAt()));
  }

  private int[] entryFirst(int entryAt) {
    int[] order = new int[type().parameterCount()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i <= entryAt ? i - 1 : i;
    }
    order[0] = entryAt;
    return order;
  }

  /** A call of the one method of a class. */
  private MethodHandle direct(Class<?> entry) {
    int entryAt = entryAt();
    MethodType call = type().dropParameterTypes(entryAt, entryAt + 1);
    try {
      MethodHandle method = MethodHandles.publicLookup().findVirtual(entry, "(call)", call);
      MethodHandle typed = method.asType(call.insertParameterTypes(0, signature()));
      return MethodHandles.permuteArguments(typed, type(), entryFirst(entryAt));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no call in " + entry, e);
    }
  }
}
