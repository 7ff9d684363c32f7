package org.dylink.binding.memory;

import java.util.function.Supplier;
import org.dylink.binding.Pointer;
import org.dylink.engine.Memory;
import org.dylink.linker.Entrance;
import org.dylink.linker.Program;

/** A library in its program, as a bound interface uses it. Threads may share it. */
public final class BoundLibrary implements GuestAddresses {
  private final String name;
  private final Program program;
  private final Entrance entrance;
  private final Heap heap;
  private final CallingThreads threads;
  private final Structs structs = new Structs();

  public BoundLibrary(Program program) {
    this.name = program.name();
    this.program = program;
    this.entrance = program.entrance();
    this.heap = new Heap(name, entrance);
    this.threads = new CallingThreads(entrance.memory().type().shared(), this::newCallingThread);
  }

  private CallingThread newCallingThread() {
    return new CallingThread(this, Scratch.of(entrance, heap, program.linkMap().stack()));
  }

  public String name() {
    return name;
  }

  public Program program() {
    return program;
  }

  public Entrance entrance() {
    return entrance;
  }

  /** This thread, which is inside. Generated code calls it. */
  public CallingThread thread() {
    return threads.current();
  }

  /** The records that have been structs in its memory. */
  public Structs structs() {
    return structs;
  }

  Heap heap() {
    return heap;
  }

  @Override
  public Memory memory() {
    return entrance.memory();
  }

  /**
   * The pointer for an address.
   *
   * @param address not 0
   */
  public Pointer pointer(int address) {
    if (address == 0) {
      throw new IllegalArgumentException(name + ": no pointer has address 0");
    }
    return new GuestPointer(this, address, Long.MAX_VALUE);
  }

  @Override
  public Pointer pointerOrNull(int address) {
    return address == 0 ? null : pointer(address);
  }

  @Override
  public String stringOrNull(int address) {
    return address == 0 ? null : pointer(address).readString(0);
  }

  @Override
  public int addressOf(Pointer pointer) {
    if (pointer == null) {
      return 0;
    } else if (!has(pointer)) {
      throw new IllegalArgumentException(
          name + ": " + pointer + " points into the memory of another program");
    }
    return pointer.address();
  }

  /** Whether a pointer points into its program's memory. */
  public boolean has(Pointer pointer) {
    return pointer instanceof GuestPointer guest && guest.isOf(this);
  }

  /** Does something in the program's turn. */
  public <T> T inside(Supplier<T> work) {
    entrance.enter();
    try {
      return work.get();
    } finally {
      entrance.leave();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
