package org.dylink.binding.code;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.dylink.binding.shape.Handles;
import org.dylink.linker.Program;

/**
 * The way that calls of one method take, of all objects of its interface. An object's function is
 * in a field of it: where the JIT does not know the object, it calls the function and cannot see
 * through. So objects that call often get a fast way, on which the object is a constant: after a
 * comparison that it is this one.
 *
 * <p>Each change makes the JIT compile anew what calls the method, so there are few: an object must
 * have called often, and keeps its way until its program is closed. A program that is closed and
 * still on a way is kept in memory; who closes one says so to {@link #forgetClosed}.
 */
final class CallPath {
  /** So many calls, and again after so many, an object asks for a fast way. */
  static final int OFTEN = 5_000;

  // On the way to the next, each is compared with.
  private static final int FAST = 4;
  // HotSpot no longer compiles a method after 400 changes (PerMethodRecompilationCutoff).
  private static final int CHANGES = 64;

  private static final MethodHandle NOTE =
      Handles.virtual(
          MethodHandles.lookup(), CallPath.class, "note", Handles.type(void.class, Object.class));
  private static final MethodHandle IS_SAME =
      Handles.fixed(
          MethodHandles.lookup(),
          CallPath.class,
          "isSame",
          Handles.type(boolean.class, Object.class, Object.class));

  private final int method;
  private final MethodHandle call; // takes the BoundCalls first, as an Object
  private final MethodHandle counted;
  private final MutableCallSite site;
  private final List<BoundCalls> fast = new ArrayList<>(); // guarded by this
  private int changes; // guarded by this

  /**
   * @param method its number
   * @param call the generated code; takes the BoundCalls first, as an Object
   */
  CallPath(int method, MethodHandle call) {
    this.method = method;
    this.call = call;
    this.counted = MethodHandles.foldArguments(call, NOTE.bindTo(this));
    this.site = new MutableCallSite(counted);
  }

  /** Calls the method; takes the BoundCalls first, as an Object. */
  MethodHandle invoker() {
    return site.dynamicInvoker();
  }

  /** Lets go of programs that are closed. */
  synchronized void forgetClosed() {
    if (fast.removeIf(CallPath::isClosed)) {
      direct();
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private void note(Object calls) {
    if (((BoundCalls) calls).isTimeToAsk(method)) {
      ask((BoundCalls) calls);
    }
  }

  private synchronized void ask(BoundCalls calls) {
    fast.removeIf(CallPath::isClosed);
    if (fast.size() < FAST && changes < CHANGES && !fast.contains(calls)) {
      fast.add(calls);
      changes++;
      direct();
    }
  }

  private void direct() {
    MethodHandle target = counted;
    // The last comparison is made first: whoever came first stays first.
    for (int i = fast.size() - 1; i >= 0; i--) {
      MethodHandle own = MethodHandles.insertArguments(call, 0, fast.get(i));
      target =
          MethodHandles.guardWithTest(
              IS_SAME.bindTo(fast.get(i)),
              MethodHandles.dropArguments(own, 0, Object.class),
              target);
    }
    site.setTarget(target);
  }

  private static boolean isClosed(BoundCalls calls) {
    return calls.binding().program().state() == Program.State.CLOSED;
  }

  @SuppressWarnings("unused") // called through a handle
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }
}
