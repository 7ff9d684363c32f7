package org.dylink.linker.link.spawn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolver;
import org.dylink.linker.link.thread.GuestJavaThread;
import org.dylink.linker.link.thread.GuestThread;

/**
 * What C begins threads with: {@code wasi.thread-spawn} (wasi-threads, README.md, Functions). There
 * is nothing to join, detach or end one with: that is C's own, by what it writes into memory.
 */
public final class ThreadFunctions implements HostInstance {
  private static final FunctionType SPAWN =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType START =
      new FunctionType(List.of(ValueType.I32, ValueType.I32), List.of());

  // A negative errno; C libraries make EAGAIN of whatever is negative.
  private static final int TRY_AGAIN = -6;

  /**
   * A thread that nobody runs yet.
   *
   * @param start the guest's start function
   * @param argument what it takes after the thread's number
   */
  record Begun(GuestThread thread, Function start, int argument) {}

  private final ProgramImage image;
  private volatile Thread holder; // whose threads are held back, not begun
  private Begun held; // of the holder
  private final long program;
  private HostFunction spawn; // guarded by this; null until somebody asks for it

  /**
   * @param program its number, for the names of threads
   */
  public ThreadFunctions(ProgramImage image, long program) {
    this.image = image;
    this.program = program;
  }

  @Override
  public synchronized Optional<HostFunction> function(String name) {
    if (!name.equals(AbiNames.THREAD_SPAWN)) {
      return Optional.empty();
    }
    spawn = spawn == null ? new HostFunction(SPAWN, spawnHandle()) : spawn;
    return Optional.of(spawn);
  }

  @Override
  public void close() {
    // Threads end with the program, before its host libraries are closed.
  }

  /**
   * Begins a thread.
   *
   * @param argument what the guest's start function gets; it means nothing here
   * @return its number, more than 0, or less than 0 if there is no room for it
   */
  @SuppressWarnings("unused") // called through a handle
  private int spawn(int argument) {
    Definition start = startFunction();
    Optional<GuestThread> thread = image.threads().add(image.request().maxThreads());
    return thread.isPresent() ? begin(thread.get(), start, argument) : TRY_AGAIN;
  }

  /**
   * Lets the guest begin a thread that whoever asks will run. One at a time may ask.
   *
   * @param work calls the guest
   * @return the thread; empty if the guest has begun none
   */
  Optional<Begun> heldBack(Runnable work) {
    held = null;
    holder = Thread.currentThread();
    try {
      work.run();
      return Optional.ofNullable(held);
    } finally {
      holder = null;
    }
  }

  /**
   * Gives a thread the memory that it may need of each library.
   *
   * @throws LinkException if there is none; the thread is gone then
   */
  void reserve(GuestThread thread) throws LinkException {
    try {
      image.arrival().reserveAll(thread);
    } catch (LinkException e) {
      image.threads().remove(thread);
      throw e;
    }
  }

  private int begin(GuestThread thread, Definition start, int argument) {
    try {
      image.arrival().reserveAll(thread);
      Function function = start.function();
      if (holder == Thread.currentThread()) {
        held = new Begun(thread, function, argument);
        return thread.number();
      }
      ThreadRun run = new ThreadRun(image, function, argument);
      new GuestJavaThread(image.threads(), thread, name(thread, start), run).start();
      image.request().trace().step(image.main().name(), thread + " begins");
      return thread.number();
    } catch (LinkException | OutOfMemoryError e) {
      // Of memory in the program, or of threads in the JVM.
      image.arrival().leave(thread);
      image.threads().remove(thread);
      image.request().trace().step(image.main().name(), thread + " cannot begin: " + e);
      return TRY_AGAIN;
    }
  }

  private String name(GuestThread thread, Definition start) {
    return "dylink-program-" + image.main() + " " + program + " " + start.place() + " " + thread;
  }

  /** Main's, or the first of its libraries that has one. */
  private Definition startFunction() {
    return Resolver.lookup(AbiNames.THREAD_START, image.globalScope(), Symbol.Kind.FUNCTION)
        .filter(found -> found.export().type().equals(START))
        .orElseThrow(() -> new TrapException(TrapKind.UNDEFINED_FUNCTION, undefined()));
  }

  private String undefined() {
    return image.main()
        + ": a thread cannot begin: nobody exports "
        + AbiNames.THREAD_START
        + " "
        + START
        + ": searched "
        + image.globalScope().searched();
  }

  private MethodHandle spawnHandle() {
    try {
      MethodType type = MethodType.methodType(int.class, int.class);
      return MethodHandles.lookup().bind(this, "spawn", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: ThreadFunctions.spawn is gone", e);
    }
  }
}
