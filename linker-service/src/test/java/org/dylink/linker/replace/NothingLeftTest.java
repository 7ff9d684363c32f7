package org.dylink.linker.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.LinkMap;
import org.dylink.linker.testing.Engines;
import org.junit.jupiter.api.Test;

/** What is left of libraries that were replaced: nothing. */
class NothingLeftTest {
  // As many as asked for, 1,000 in the long form: docs/testing.md.
  private static final int TIMES = Integer.getInteger("dylink.replacements", 60);

  @Test
  void noRegionNoSlotAndNoClassIsLeft() throws Exception {
    try (Counter counter = new Counter(Engines.replacing())) {
      counter.call("app_keep_twice");
      counter.call("app_count_by_pointer");
      LinkMap before = counter.program().linkMap();
      List<WeakReference<Object>> modules = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        Library next = Counter.version(i % 2 == 0 ? "v2" : "v1");
        counter.program().replace(next);
        assertEquals(i % 2 == 0 ? 2 : 1, counter.call("app_version"));
        counter.call("app_twice", 5);
        counter.call("app_count_by_pointer");
        modules.add(new WeakReference<>(next.module()));
      }
      LinkMap after = counter.program().linkMap();
      assertEquals(before.memoryPages(), after.memoryPages());
      assertEquals(before.tableSize(), after.tableSize());
      assertEquals(before.freeData(), after.freeData());
      assertEquals(before.freeSlots(), after.freeSlots());
      assertTrue(areGone(modules.subList(0, TIMES - 2)), "modules are left");
    }
  }

  // What a module was compiled to refers to it: where that is gone, so are its classes.
  private static boolean areGone(List<WeakReference<Object>> modules) {
    for (int i = 0; i < 50 && modules.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
      // Class loaders go with softly held handles at the latest when the heap is full.
      assertTrue(fill() > 0);
    }
    return modules.stream().allMatch(each -> each.get() == null);
  }

  private static int fill() {
    byte[][] filler = new byte[10][];
    for (int k = 0; k < filler.length; k++) {
      filler[k] = new byte[1 << 20];
    }
    return filler.length;
  }
}
