package org.dylink.engine.jvm.run.memory;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The views of a memory that are still used. */
final class ViewList {
  private final List<WeakReference<MemoryView>> all = new ArrayList<>();

  // Looks for those that are gone each time the list has doubled.
  void add(MemoryView view) {
    if (Integer.bitCount(all.size()) == 1) {
      all.removeIf(each -> each.get() == null);
    }
    all.add(new WeakReference<>(view));
  }

  void forEach(Consumer<MemoryView> action) {
    for (WeakReference<MemoryView> each : all) {
      MemoryView view = each.get();
      if (view != null) {
        action.accept(view);
      }
    }
  }
}
