package org.dylink.binding.marshal;

import org.dylink.binding.Block;
import org.dylink.binding.Pointer;
import org.dylink.linker.Program;

/** A block of malloc's. */
final class HeapBlock implements Block {
  private final BoundLibrary library;
  private final Heap heap;
  private final Pointer pointer;
  private boolean freed; // guarded by the program's turn

  HeapBlock(BoundLibrary library, Heap heap, Pointer pointer) {
    this.library = library;
    this.heap = heap;
    this.pointer = pointer;
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
            heap.free(pointer.address());
          }
          return null;
        });
  }
}
