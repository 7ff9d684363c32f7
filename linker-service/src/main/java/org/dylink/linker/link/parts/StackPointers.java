package org.dylink.linker.link.parts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dylink.engine.Global;
import org.dylink.engine.TrapException;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;

/**
 * Puts C's stack back where it was when a call into a program ends without returning: by a trap, an
 * exception, an exit, a stop. The functions that had moved the stack pointer have no time to do it.
 *
 * <p>Every entry goes through here, also one from a function of the host that the guest has called,
 * and goes back to its own level. So whoever takes what was thrown, Java or C, finds the stack as
 * it was.
 */
public final class StackPointers {
  /** For code that runs before there is an address space: nothing is put back. */
  public static final StackPointers NONE =
      new StackPointers(null, new DataRegion(0, 0), List.of(), UnaryOperator.identity());

  private final Global shared; // null if nobody shares one
  private final DataRegion stack;
  private final List<Global> others;
  private final UnaryOperator<Throwable> toJava;

  /**
   * @param shared of the stack that libraries share; null if there is none
   * @param stack that stack; without a size if it is not known where it lies
   * @param others of modules that have a stack of their own
   * @param toJava what Java gets to see of what comes out
   */
  public StackPointers(
      Global shared, DataRegion stack, List<Global> others, UnaryOperator<Throwable> toJava) {
    this.shared = shared;
    this.stack = stack;
    this.others = List.copyOf(others);
    this.toJava = toJava;
  }

  /** Runs guest code. */
  public <T> T call(Watchdog.Work<T> work) throws LinkException {
    int top = top();
    int[] tops = others.isEmpty() ? null : tops();
    try {
      return work.run();
    } catch (Throwable e) {
      throw HostThrow.as(others.isEmpty() ? putBack(e, top) : putAllBack(e, tops));
    }
  }

  /**
   * The same function, which puts the stack back and throws its traps under their right names.
   *
   * @param code calls guest code; of any type
   */
  public MethodHandle guard(MethodHandle code) {
    MethodHandle mark = (others.isEmpty() ? TOP : TOPS).bindTo(this);
    MethodHandle putBack = (others.isEmpty() ? PUT_BACK : PUT_ALL_BACK).bindTo(this);
    MethodHandle failing =
        MethodHandles.filterReturnValue(
            putBack, MethodHandles.throwException(code.type().returnType(), Throwable.class));
    MethodHandle marked = MethodHandles.dropArguments(code, 0, mark.type().returnType());
    return MethodHandles.foldArguments(
        MethodHandles.catchException(marked, Throwable.class, failing), mark);
  }

  private int top() {
    return shared == null ? 0 : (int) shared.get();
  }

  private Throwable putBack(Throwable thrown, int top) {
    // Before: the stack pointer shows whether it was a trap at the end of the stack.
    Throwable explained =
        thrown instanceof TrapException trap ? StackOverflow.explain(trap, shared, stack) : thrown;
    if (shared != null) {
      shared.set(top);
    }
    return toJava.apply(explained);
  }

  /** The shared one's, then the others'. */
  private int[] tops() {
    int[] tops = new int[others.size() + 1];
    tops[0] = top();
    for (int i = 1; i < tops.length; i++) {
      tops[i] = (int) others.get(i - 1).get();
    }
    return tops;
  }

  private Throwable putAllBack(Throwable thrown, int[] tops) {
    Throwable explained = putBack(thrown, tops[0]);
    for (int i = 1; i < tops.length; i++) {
      others.get(i - 1).set(tops[i]);
    }
    return explained;
  }

  private static final MethodHandle TOP = find("top", MethodType.methodType(int.class));
  private static final MethodHandle TOPS = find("tops", MethodType.methodType(int[].class));
  private static final MethodHandle PUT_BACK =
      find("putBack", MethodType.methodType(Throwable.class, Throwable.class, int.class));
  private static final MethodHandle PUT_ALL_BACK =
      find("putAllBack", MethodType.methodType(Throwable.class, Throwable.class, int[].class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(StackPointers.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: StackPointers." + method + " is gone", e);
    }
  }
}
