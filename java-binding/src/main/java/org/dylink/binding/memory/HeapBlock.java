package org.dylink.binding.memory;

import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.linker.Program;

/** A block of malloc's. */
public final class HeapBlock implements MemoryBlock {
  private final BoundLibrary library;
  private final Pointer pointer;
  private boolean freed; // guarded by the program's turn

  private HeapBlock(BoundLibrary library, Pointer pointer) {
    this.library = library;
    this.pointer = pointer;
  }

  /**
   * Allocates a block, all zeroes.
   *
   * @throws IllegalStateException if there is no room, no malloc, or the program is closed
   */
  public static MemoryBlock allocate(BoundLibrary library, int bytes) {
    return library.inside(
        () -> {
          int address = library.heap().allocate(bytes);
          library.memory().fill(address, (byte) 0, bytes);
          return new HeapBlock(library, new GuestPointer(library, address, bytes));
        });
  }

  @Override
  public Pointer pointer() {
    return pointer;
  }

  @Override
  public void close() {
    if (library.program().state() == Program.State.CLOSED) {
      return;
    }
    library.inside(
        () -> {
          if (!freed) {
            freed = true;
            library.heap().free(pointer.address());
          }
          return null;
        });
  }
}
