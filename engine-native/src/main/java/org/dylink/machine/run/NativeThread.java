package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongConsumer;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.control.StoppingThreads;
import org.dylink.engine.machine.ThreadLayout;
import org.dylink.format.WasmModule;

/** What generated code needs of a Java thread, and room for what calls pass through memory. */
final class NativeThread {
  static final StoppingThreads STOPPING = new StoppingThreads(NativeThread::alarm);

  private static final int CALL_ROOM = 1 << 18;
  // Java needs some of the stack when it is called, and its own guards lie at the stack's end.
  private static final int RESERVE = 256 << 10;

  // Below the words that a call of Java gets lie registers that generated code has used.
  private static final int BELOW_WORDS = 4096;
  private static final Set<NativeThread> ALL =
      java.util.Collections.newSetFromMap(new WeakHashMap<>()); // guarded by itself
  private static volatile long service; // set before the first thread comes
  private static boolean isAlarmed; // guarded by ALL; a guest is to stop
  private static boolean isHalted; // guarded by ALL; all are to stand still
  private static final ThreadLocal<NativeThread> CURRENT =
      ThreadLocal.withInitial(NativeThread::new);
  private static final long MEMMOVE = CLibrary.address("memmove");
  private static final long MEMSET = CLibrary.address("memset");
  private static final long FMA = CLibrary.address("fma");
  private static final long FMAF = CLibrary.address("fmaf");

  private final MemorySegment area = Arena.ofAuto().allocate(ThreadLayout.SIZE + CALL_ROOM, 64);
  private final long address = area.address();
  private final long end = address + ThreadLayout.SIZE + CALL_ROOM;
  private final HeldReferences references = new HeldReferences();
  private long limit;
  private StackBounds stack = StackBounds.ofCurrentThread();
  private long top = address + ThreadLayout.SIZE;

  /** What Java has thrown while generated code called it. */
  Throwable thrown;

  /** The thread of Java that it is. */
  private final Thread thread = Thread.currentThread();

  // Written by this thread, in generated code, and read by others while it is in none.
  private volatile Arrival arrival; // null if there is none

  /** A module whose function the thread has entered, and waits for its own instance of. */
  private record Arrival(WasmModule module, Arrival outer) {}

  private NativeThread() {
    Raw.putLong(address + ThreadLayout.SERVICE, service);
    Raw.putLong(address + ThreadLayout.MEMMOVE, MEMMOVE);
    Raw.putLong(address + ThreadLayout.MEMSET, MEMSET);
    Raw.putLong(address + ThreadLayout.FMA, FMA);
    Raw.putLong(address + ThreadLayout.FMAF, FMAF);
    limit = stack.end() + RESERVE;
    synchronized (ALL) {
      ALL.add(this);
      arm();
    }
  }

  /** Notes the address of the only function of Java that generated code calls. */
  static void serveBy(long address) {
    service = address;
  }

  static NativeThread current() {
    NativeThread area = CURRENT.get();
    if (Thread.currentThread().isVirtual()) {
      area.stack = StackBounds.ofCurrentThread();
      area.limit = area.stack.end() + RESERVE;
      synchronized (ALL) {
        area.arm();
      }
    }
    return area;
  }

  private static void alarm(boolean isOn) {
    synchronized (ALL) {
      isAlarmed = isOn;
      ALL.forEach(NativeThread::arm);
    }
  }

  /** Lets all threads that run generated code ask Java soon, or no more. */
  static void halt(boolean isOn) {
    synchronized (ALL) {
      isHalted = isOn;
      ALL.forEach(NativeThread::arm);
    }
  }

  /** All that there are. */
  static List<NativeThread> all() {
    synchronized (ALL) {
      return List.copyOf(ALL);
    }
  }

  /** What runs in a thread of Java; empty if nothing of a guest ever did. */
  static Optional<NativeThread> of(Thread thread) {
    return all().stream().filter(each -> each.thread == thread).findFirst();
  }

  /** Whether the current thread runs generated code that has called Java. */
  static boolean isCurrentInGuest() {
    return of(Thread.currentThread()).filter(NativeThread::isInGuest).isPresent();
  }

  private boolean isInGuest() {
    return Raw.getLong(address + ThreadLayout.ENTRY) != 0;
  }

  Thread thread() {
    return thread;
  }

  /** Lets generated code know which thread of a guest this is. */
  void become(long guest, int number) {
    Raw.putLong(address + ThreadLayout.GUEST, guest);
    Raw.putLong(address + ThreadLayout.NUMBER, number);
  }

  private void arm() {
    boolean isOn = isAlarmed || isHalted;
    Raw.putLong(address + ThreadLayout.STOP, isOn ? -1L : 0);
    Raw.putLong(address + ThreadLayout.STACK_LIMIT, isOn ? -1L : limit);
  }

  /**
   * Takes what Java has thrown while generated code called it.
   *
   * @return what the way into Java answers: whether a handler is to go on, or all ends
   */
  int raise(Throwable thrown) {
    NativeException caught = NativeException.of(thrown);
    this.thrown = caught == null ? thrown : caught;
    if (caught == null || Raw.getLong(address + ThreadLayout.HANDLER) == 0) {
      return 1;
    }
    long reference = reference(caught);
    Raw.putLong(address + ThreadLayout.EXCEPTION, reference);
    Raw.putLong(address + ThreadLayout.EXCEPTION_TAG, caught.tagNumber());
    return ThreadLayout.CAUGHT;
  }

  /** What generated code of this thread is to know an object as. */
  long reference(Object object) {
    forgetIfMany();
    return references.reference(object);
  }

  /** Keeps what is at an address, a function that generated code of this thread is to know. */
  long hold(long function, Object known) {
    forgetIfMany();
    references.hold(function, known);
    return function;
  }

  private void forgetIfMany() {
    if (references.areMany()) {
      references.beginToKeep();
      forEachWord(references::keep);
      references.forget();
    }
  }

  /**
   * Looks at each word that generated code of this thread may have left, and knows when it goes on:
   * what is on its way lies in words of calls, or on the stack. Of another thread only while that
   * stands still.
   */
  void forEachWord(LongConsumer look) {
    if (isInGuest()) {
      forEachWord(address + ThreadLayout.SIZE, top, look);
      long words = Raw.getLong(address + ThreadLayout.WORDS);
      forEachWord(words == 0 ? stack.begin() : words - BELOW_WORDS, stack.begin(), look);
    }
  }

  private static void forEachWord(long from, long to, LongConsumer look) {
    for (long at = from & -8L; at < to; at += 8) {
      look.accept(Raw.getLong(at));
    }
  }

  Object referred(long reference) {
    return references.get(reference);
  }

  long address() {
    return address;
  }

  /** Takes room for so many words. */
  long push(int words) {
    long taken = top;
    if (taken + 8L * words > end) {
      throw new StackOverflowError("too many nested calls");
    }
    if (taken == address + ThreadLayout.SIZE) {
      references.clear(); // nothing of a guest runs
    }
    top = taken + 8L * words;
    return taken;
  }

  void pop(long taken) {
    top = taken;
  }

  boolean hasRoom(long frame) {
    return frame >= limit;
  }

  int trap() {
    return Raw.getInt(address + ThreadLayout.TRAP);
  }

  long firstDetail() {
    return Raw.getLong(address + ThreadLayout.FIRST_DETAIL);
  }

  long secondDetail() {
    return Raw.getLong(address + ThreadLayout.SECOND_DETAIL);
  }

  /**
   * Where the functions that run in the thread were left, innermost first, also those that have
   * called Java which has called the others. Of another thread only while that stands still.
   */
  List<Long> returnAddresses() {
    List<Long> all = new ArrayList<>();
    long frame = Raw.getLong(address + ThreadLayout.CALLING);
    long entry = Raw.getLong(address + ThreadLayout.ENTRY);
    while (entry != 0) {
      // Behind the frame of the way in comes that of Java.
      for (long at = Raw.getLong(frame + 8); LoadedCode.isCode(at); ) {
        all.add(at);
        frame = Raw.getLong(frame);
        at = Raw.getLong(frame + 8);
      }
      frame = Raw.getLong(entry + ThreadLayout.ENTRY_CALLING);
      entry = Raw.getLong(entry);
    }
    return all;
  }

  /** Notes that it is about to have its own of a module: it is in there, and has no frame yet. */
  void beginArrival(WasmModule module) {
    arrival = new Arrival(module, arrival);
  }

  /** It goes on in the function. */
  void endArrival() {
    arrival = arrival.outer();
  }

  /** Whether functions of a module are among those that run in the thread. */
  boolean isIn(WasmModule module) {
    for (Arrival each = arrival; each != null; each = each.outer()) {
      if (each.module().digest().equals(module.digest())) {
        return true;
      }
    }
    return returnAddresses().stream()
        .map(LoadedCode::module)
        .anyMatch(each -> each != null && each.digest().equals(module.digest()));
  }

  /** The functions that were running at the last trap, innermost first. */
  List<GuestFrame> frames() {
    List<GuestFrame> frames = new ArrayList<>();
    int count = Raw.getInt(address + ThreadLayout.FRAME_COUNT);
    for (int i = 0; i < count; i++) {
      GuestFrame frame = LoadedCode.frame(Raw.getLong(address + ThreadLayout.FRAMES + 8L * i));
      if (frame != null) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
