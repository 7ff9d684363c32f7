package org.dylink.linker.link.replace;

import org.dylink.engine.Memory;
import org.dylink.linker.DataRegion;

/** RegionWords that are written into a library's region while others may read it, each at once. */
final class Patches {
  private final Memory memory;
  private final DataRegion region;
  private final Undo undo;

  Patches(Memory memory, DataRegion region, Undo undo) {
    this.memory = memory;
    this.region = region;
    this.undo = undo;
  }

  /** Writes a word as other bytes have it. */
  void write(int offset, byte[] bytes) {
    int size = Math.min(RegionWords.SIZE, (int) region.size() - offset);
    long address = region.address() + offset;
    byte[] before = new byte[size];
    memory.read(address, before, 0, size);
    undo.add(() -> memory.write(address, before, 0, size));
    memory.write(address, bytes, offset, size);
  }
}
