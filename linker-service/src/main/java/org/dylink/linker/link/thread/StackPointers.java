package org.dylink.linker.link.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dylink.engine.Global;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.parts.HostThrow;
import org.dylink.linker.link.parts.Pointers;

/** The stack pointers of one thread: the one that libraries share, and those of other stacks. */
public final class StackPointers implements StackKeeper {
  /** For code that runs before there is an address space: nothing is put back. */
  public static final StackPointers NONE =
      new StackPointers(null, StackOverflow.UNKNOWN, List.of(), UnaryOperator.identity());

  private final Global shared; // null if nobody shares one
  private final StackOverflow overflow;
  private final List<Global> others;
  private final UnaryOperator<Throwable> toJava;

  /**
   * @param shared of the stack that libraries share; null if there is none
   * @param overflow tells when that stack is used up
   * @param others of modules that have a stack of their own
   * @param toJava what Java gets to see of what comes out
   */
  public StackPointers(
      Global shared, StackOverflow overflow, List<Global> others, UnaryOperator<Throwable> toJava) {
    this.shared = shared;
    this.overflow = overflow;
    this.others = List.copyOf(others);
    this.toJava = toJava;
  }

  /** The one that libraries share; null if nobody does. */
  public Global shared() {
    return shared;
  }

  @Override
  public <T> T call(Watchdog.Work<T> work) throws LinkException {
    long top = top();
    long[] tops = others.isEmpty() ? null : tops();
    try {
      return work.run();
    } catch (Throwable e) {
      throw HostThrow.as(others.isEmpty() ? putBack(e, top) : putAllBack(e, tops));
    }
  }

  @Override
  public MethodHandle guard(MethodHandle code) {
    return others.isEmpty()
        ? guard(code, TOP.bindTo(this), PUT_BACK.bindTo(this))
        : guard(code, TOPS.bindTo(this), PUT_ALL_BACK.bindTo(this));
  }

  /**
   * A function that notes where a stack is, and puts it back if it ends by what is thrown.
   *
   * @param mark gives where the stack is
   * @param putBack takes what was thrown and that; gives what to throw
   */
  static MethodHandle guard(MethodHandle code, MethodHandle mark, MethodHandle putBack) {
    MethodHandle failing =
        MethodHandles.filterReturnValue(
            putBack, MethodHandles.throwException(code.type().returnType(), Throwable.class));
    MethodHandle marked = MethodHandles.dropArguments(code, 0, mark.type().returnType());
    return MethodHandles.foldArguments(
        MethodHandles.catchException(marked, Throwable.class, failing), mark);
  }

  private long top() {
    return shared == null ? 0 : Pointers.get(shared);
  }

  private Throwable putBack(Throwable thrown, long top) {
    // Before: the stack pointer shows whether it was a trap at the end of the stack.
    Throwable explained =
        thrown instanceof TrapException trap ? overflow.explain(trap, shared) : thrown;
    if (shared != null) {
      Pointers.set(shared, top);
    }
    return toJava.apply(explained);
  }

  /** The shared one's, then the others'. */
  long[] tops() {
    long[] tops = new long[others.size() + 1];
    tops[0] = top();
    for (int i = 1; i < tops.length; i++) {
      tops[i] = Pointers.get(others.get(i - 1));
    }
    return tops;
  }

  Throwable putAllBack(Throwable thrown, long[] tops) {
    Throwable explained = putBack(thrown, tops[0]);
    for (int i = 1; i < tops.length; i++) {
      Pointers.set(others.get(i - 1), tops[i]);
    }
    return explained;
  }

  private static final MethodHandle TOP = find("top", MethodType.methodType(long.class));
  private static final MethodHandle TOPS = find("tops", MethodType.methodType(long[].class));
  private static final MethodHandle PUT_BACK =
      find("putBack", MethodType.methodType(Throwable.class, Throwable.class, long.class));
  private static final MethodHandle PUT_ALL_BACK =
      find("putAllBack", MethodType.methodType(Throwable.class, Throwable.class, long[].class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(StackPointers.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: StackPointers." + method + " is gone", e);
    }
  }
}
