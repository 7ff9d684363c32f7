package org.dylink.binding.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Entrance;

/**
 * Memory for one call: the stack of C for what is small, else its malloc. Used inside of a turn.
 *
 * <p>The stack costs a subtraction and is given back by whoever resets the stack pointer, also
 * after a trap; but it is short, and C needs it.
 */
public final class Scratch {
  private static final int ALIGNMENT = 16;
  private static final int SMALL = 4096;
  // What the called function may need is left for it.
  private static final long RESERVE = 16_384;

  // C libraries give a thread 64 KiB and more.
  private static final long SURE_OF_THREAD = 48 << 10;

  private final Heap heap;
  private final Memory memory;
  private final Global stackPointer;
  private final long lowest;
  private final Deque<Runnable> held = new ArrayDeque<>();

  private Scratch(Entrance entrance, Heap heap, Global stackPointer, long lowest) {
    this.heap = heap;
    this.memory = entrance.memory();
    this.stackPointer = stackPointer;
    this.lowest = lowest + RESERVE;
  }

  /**
   * For the thread that is inside.
   *
   * @param first the stack of the program's first thread
   */
  static Scratch of(Entrance entrance, Heap heap, DataRegion first) {
    Global stackPointer = entrance.stackPointer().orElse(null);
    long top = stackPointer == null ? 0 : Integer.toUnsignedLong((int) stackPointer.get());
    boolean isFirst = top >= first.address() && top <= first.address() + first.size();
    return new Scratch(
        entrance, heap, stackPointer, isFirst ? first.address() : top - SURE_OF_THREAD);
  }

  Memory memory() {
    return memory;
  }

  /** What {@link #release} goes back to: the stack pointer, and how much else is held. */
  public long mark() {
    int top = stackPointer == null ? 0 : (int) stackPointer.get();
    return Integer.toUnsignedLong(top) | (long) held.size() << 32;
  }

  /**
   * Memory until the call ends, aligned for all of C's types.
   *
   * @throws IllegalStateException if there is no room
   */
  public int take(int bytes) {
    return bytes <= SMALL && hasRoom(bytes) ? push(bytes) : allocate(bytes);
  }

  /** Does something when the call ends. */
  public void hold(Runnable release) {
    held.push(release);
  }

  /** Gives back what was taken since the mark. */
  public void release(long mark) {
    if (stackPointer != null && (int) stackPointer.get() != (int) mark) {
      stackPointer.set((int) mark);
    }
    while (held.size() > mark >>> 32) {
      held.pop().run();
    }
  }

  private boolean hasRoom(int bytes) {
    return stackPointer != null
        && Integer.toUnsignedLong((int) stackPointer.get()) - bytes - ALIGNMENT >= lowest;
  }

  private int push(int bytes) {
    int address = (int) stackPointer.get() - bytes & -ALIGNMENT;
    stackPointer.set(address);
    return address;
  }

  private int allocate(int bytes) {
    int address = heap.allocate(bytes);
    held.push(() -> heap.free(address));
    return address;
  }
}
