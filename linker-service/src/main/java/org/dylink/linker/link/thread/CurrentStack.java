package org.dylink.linker.link.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.linker.LinkException;

/** The stack pointers of whichever thread of a program runs here. */
final class CurrentStack implements StackKeeper {
  private final GuestThreads threads;

  CurrentStack(GuestThreads threads) {
    this.threads = threads;
  }

  @Override
  public <T> T call(Watchdog.Work<T> work) throws LinkException {
    return threads.current().stack().call(work);
  }

  @Override
  public MethodHandle guard(MethodHandle code) {
    return StackPointers.guard(code, TOPS.bindTo(this), PUT_BACK.bindTo(this));
  }

  @SuppressWarnings("unused") // called through a handle
  private long[] tops() {
    return threads.current().stack().tops();
  }

  @SuppressWarnings("unused") // called through a handle
  private Throwable putBack(Throwable thrown, long[] tops) {
    return threads.current().stack().putAllBack(thrown, tops);
  }

  private static final MethodHandle TOPS = find("tops", MethodType.methodType(long[].class));
  private static final MethodHandle PUT_BACK =
      find("putBack", MethodType.methodType(Throwable.class, Throwable.class, long[].class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(CurrentStack.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: CurrentStack." + method + " is gone", e);
    }
  }
}
