package org.dylink.linker.link.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;

/**
 * Functions of the host that are made for one thread, in a program with several: a call begins when
 * that of another thread has ended. A function that calls back into the guest may be called again
 * from there.
 */
final class OneAtATime implements HostInstance {
  private static final MethodHandle ENTER =
      find("enter", MethodType.methodType(void.class, ReentrantLock.class));
  private static final MethodHandle LEAVE =
      find("leave", MethodType.methodType(void.class, ReentrantLock.class));

  private final HostInstance unguarded;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, HostFunction> guarded = new ConcurrentHashMap<>();

  OneAtATime(HostInstance unguarded) {
    this.unguarded = unguarded;
  }

  @Override
  public Optional<HostFunction> function(String name) {
    return unguarded
        .function(name)
        .map(
            function ->
                guarded.computeIfAbsent(
                    name,
                    n ->
                        new HostFunction(
                            function.type(), guard(function.handle()), function.failure())));
  }

  private MethodHandle guard(MethodHandle call) {
    Class<?> result = call.type().returnType();
    MethodHandle leave = LEAVE.bindTo(lock);
    MethodHandle passOn =
        result == void.class
            ? leave
            : MethodHandles.foldArguments(MethodHandles.identity(result), leave);
    MethodHandle ending = MethodHandles.dropArguments(passOn, 0, Throwable.class);
    return MethodHandles.foldArguments(MethodHandles.tryFinally(call, ending), ENTER.bindTo(lock));
  }

  // A program that is stopped ends also where it waits here.
  @SuppressWarnings("UnusedMethod") // found by its name
  private static void enter(ReentrantLock lock) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrapException(TrapKind.STOPPED, "thread was interrupted");
    }
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private static void leave(ReentrantLock lock) {
    lock.unlock();
  }

  private static MethodHandle find(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(OneAtATime.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: OneAtATime." + name + " is gone", e);
    }
  }

  @Override
  public Optional<String> keeps() {
    return unguarded.keeps();
  }

  @Override
  public void close() {
    unguarded.close();
  }
}
