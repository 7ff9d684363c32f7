package org.dylink.linker.link.spawn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;
import org.dylink.format.MemoryInfo;
import org.dylink.format.ValueType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.TableRegion;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.thread.GuestThread;
import org.dylink.linker.link.thread.GuestThreads;
import org.dylink.linker.link.thread.Visits;
import org.dylink.linker.link.thread.Watchdog;

/**
 * Lets threads of Java call into a program with threads, several at once: each is a thread of the
 * guest's, with a stack and thread-local variables of its own.
 *
 * <p>C must know a thread, or its locks take it for another one. So C makes it, by {@code
 * pthread_create}, in the thread of the visitor before; but what C then wants to run in a new
 * thread of Java runs here. The function that it is to run leaves at once, by an exception, and so
 * everything of the thread is there but frames of it.
 */
public final class Visitors {
  private static final FunctionType CREATE =
      new FunctionType(
          List.of(ValueType.I32, ValueType.I32, ValueType.I32, ValueType.I32),
          List.of(ValueType.I32));
  private static final FunctionType ROUTINE =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

  // For what pthread_create writes, and as the stack must be aligned.
  private static final int RESULT_BYTES = 16;
  private static final MemoryInfo ONE_SLOT = new MemoryInfo(0, 1, 1, 1);

  /** Ends the frames of a thread that stays. */
  private static final class Leave extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Leave() {
      super("the thread is there", null, false, false);
    }
  }

  private final ProgramImage image;
  private final GuestThreads threads;
  private final ThreadFunctions functions;
  private Function routine; // guarded by this; null until it is needed
  private int top; // guarded by this; where the stack of the thread is that begins

  public Visitors(ProgramImage image, ThreadFunctions functions) {
    this.image = image;
    this.threads = image.threads();
    this.functions = functions;
  }

  /**
   * Makes this thread of Java one of the guest's, if it is none yet: the first one if it is free.
   * Where there can be no more, it takes turns with others in that.
   */
  public void arrive() {
    if (threads.areShared() && !threads.isKnownHere()) {
      arriveHere();
    }
  }

  /** As {@link #arrive} for who runs the program: others take turns with that until it ends. */
  public void arriveAlone() {
    if (threads.areShared() && !threads.isKnownHere()) {
      threads.visits().begin(threads.first());
    }
  }

  // One after the other, so that each finds what the one before has made for it: when it comes, all
  // that C knows may be busy, or wait for it. What C need not know is made when it is needed.
  private synchronized void arriveHere() {
    Visits visits = threads.visits();
    Optional<Function> create = create();
    if (create.isEmpty() && !visits.hasPlace(threads.first())) {
      add(this::bare);
    }
    if (visits.begin(threads.first()) && create.isPresent() && !visits.hasFree()) {
      add(() -> madeByC(create.get(), threads.current()));
    }
  }

  private Optional<Function> create() {
    return image
        .symbols()
        .function(AbiNames.PTHREAD_CREATE)
        .filter(function -> function.type().equals(CREATE));
  }

  private void add(Watchdog.Work<Optional<GuestThread>> make) {
    try {
      make.run().ifPresent(threads.visits()::addFree);
    } catch (LinkException | TrapException e) {
      image.request().trace().step(image.main().name(), "no thread for a visitor: " + e);
    }
  }

  /** A thread of a program without a C library that has any. */
  private Optional<GuestThread> bare() throws LinkException {
    Optional<GuestThread> added = threads.add(image.request().maxThreads());
    if (added.isPresent()) {
      functions.reserve(added.get());
      Global stack = stackOf(added.get());
      if (stack != null) {
        long size = image.request().stackSize();
        DataRegion area = image.space().reserve(added.get() + ": stack", size, 16);
        added.get().setStackArea(area);
        Pointers.set(stack, area.end());
      }
    }
    return added;
  }

  private Global stackOf(GuestThread thread) throws LinkException {
    return threads
        .visits()
        .as(
            thread,
            () ->
                thread
                    .control()
                    .call(
                        () -> {
                          thread.setStack(image.newStack(thread));
                          return thread.stack().shared();
                        }));
  }

  private Optional<GuestThread> madeByC(Function create, GuestThread maker) throws LinkException {
    // C calls the function before this returns, and never again: a copy of the program lacks
    // nothing
    // without it.
    TableRegion slot = image.space().reserveSlots("visitor", ONE_SLOT);
    image.space().put((int) slot.first(), routine(), false);
    try {
      Optional<ThreadFunctions.Begun> begun =
          functions.heldBack(() -> callCreate(maker, create, (int) slot.first()));
      if (begun.isPresent()) {
        threads.visits().as(begun.get().thread(), () -> begin(begun.get()));
      }
      return begun.map(ThreadFunctions.Begun::thread);
    } finally {
      image.space().giveBack(slot);
    }
  }

  private static void callCreate(GuestThread maker, Function create, int slot) {
    Global stack = maker.stack().shared();
    int before = (int) stack.get();
    stack.set(before - RESULT_BYTES);
    try {
      maker.control().call(() -> create.call(before - RESULT_BYTES, 0, slot, 0));
    } finally {
      stack.set(before);
    }
  }

  private Void begin(ThreadFunctions.Begun begun) {
    GuestThread thread = begun.thread();
    try {
      thread
          .control()
          .call(
              () -> {
                thread.setStack(image.newStack(thread));
                return begun.start().call(thread.number(), begun.argument());
              });
      throw new IllegalStateException("BUG: C has ended a thread that is to stay");
    } catch (Leave e) {
      thread.stack().shared().set(top);
      return null;
    }
  }

  private Function routine() {
    if (routine == null) {
      routine = image.exceptions().newFunction("visitor", ROUTINE, leaveHandle());
    }
    return routine;
  }

  // Called by who has the monitor of this.
  @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called through a handle
  private int leave(int argument) {
    top = (int) Pointers.get(threads.current().stack().shared());
    throw new Leave();
  }

  private MethodHandle leaveHandle() {
    try {
      MethodType type = MethodType.methodType(int.class, int.class);
      return MethodHandles.lookup().bind(this, "leave", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: Visitors.leave is gone", e);
    }
  }
}
