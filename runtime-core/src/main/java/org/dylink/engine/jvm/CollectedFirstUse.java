package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.engine.jvm.run.gc.ArrayFills;
import org.dylink.engine.jvm.run.gc.ArrayInstructions;
import org.dylink.engine.jvm.run.gc.ArrayRanges;
import org.dylink.engine.jvm.run.gc.Casts;
import org.dylink.engine.jvm.run.gc.Collected;
import org.dylink.engine.jvm.run.gc.GuestArray;
import org.dylink.engine.jvm.run.gc.GuestStruct;
import org.dylink.engine.jvm.run.gc.I31;
import org.dylink.engine.jvm.run.gc.StructInstructions;

/**
 * {@link FirstUse} of what is for garbage-collected types alone, before the first module that has
 * any is compiled.
 */
final class CollectedFirstUse {
  private static final List<Class<?>> CLASSES =
      List.of(
          ArrayFills.class,
          ArrayInstructions.class,
          ArrayRanges.class,
          Casts.class,
          Collected.class,
          GuestArray.class,
          GuestStruct.class,
          I31.class,
          StructInstructions.class);

  static {
    for (Class<?> each : CLASSES) {
      FirstUse.initialize(each);
    }
    trap(() -> ArrayInstructions.arrayLen(null));
    trap(() -> StructInstructions.getInt(null, 0));
    trap(() -> I31.i31GetS(null));
    trap(() -> Casts.cast(null, 0, null));
    Casts.refEq(I31.refI31(1), I31.refI31(1_000));
  }

  private CollectedFirstUse() {}

  /** Returns when all was used. */
  static void ensure() {
    // The class is initialized now.
  }

  /** What {@link #ensure} makes ready, of the engine's. */
  static List<Class<?>> classes() {
    return CLASSES;
  }

  private static void trap(Runnable instruction) {
    try {
      instruction.run();
    } catch (TrapException e) {
      return;
    }
    throw new IllegalStateException("BUG: no trap");
  }
}
