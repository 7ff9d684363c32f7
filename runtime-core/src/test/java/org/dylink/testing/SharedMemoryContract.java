package org.dylink.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.dylink.engine.Memory;
import org.dylink.format.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for memories, for those that threads share. */
abstract class SharedMemoryContract extends MemoryContract {
  @Override
  boolean shared() {
    return true;
  }

  @BeforeEach
  void hasSharedMemories() {
    assumeTrue(engine().features().contains(Feature.SHARED_MEMORY), "no shared memory");
  }

  @Test
  void hasTheMaximumThatTheEngineHasWhereMoreIsAskedFor() {
    Memory memory = memory(1, 65_536);

    assertEquals(65_536, memory.type().limits().maximum());
    assertEquals(1, memory.grow(1));
    assertEquals(-1, memory.grow(memory.maximumPages() - 1));
    assertEquals(2, memory.pages());
  }
}
