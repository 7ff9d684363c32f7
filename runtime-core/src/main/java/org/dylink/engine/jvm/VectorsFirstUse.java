package org.dylink.engine.jvm;

import java.util.List;
import org.dylink.engine.jvm.run.memory.MemoryView;
import org.dylink.engine.jvm.run.memory.NewMemory;
import org.dylink.engine.jvm.run.memory.SharedVectorAccesses;
import org.dylink.engine.jvm.run.memory.VectorAccesses;
import org.dylink.engine.jvm.run.vector.Bits;
import org.dylink.engine.jvm.run.vector.Bytes;
import org.dylink.engine.jvm.run.vector.DoubleLanes;
import org.dylink.engine.jvm.run.vector.FloatLanes;
import org.dylink.engine.jvm.run.vector.FloatQuarters;
import org.dylink.engine.jvm.run.vector.Ints;
import org.dylink.engine.jvm.run.vector.LaneConversions;
import org.dylink.engine.jvm.run.vector.Longs;
import org.dylink.engine.jvm.run.vector.Narrowing;
import org.dylink.engine.jvm.run.vector.Quarters;
import org.dylink.engine.jvm.run.vector.RelaxedDots;
import org.dylink.engine.jvm.run.vector.Shorts;
import org.dylink.engine.jvm.run.vector.SingleLanes;
import org.dylink.engine.jvm.run.vector.Swizzles;
import org.dylink.engine.jvm.run.vector.Widening;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.Vector;

/**
 * {@link FirstUse} of what is for vectors alone, before the first module that has any is compiled:
 * other programs do not wait for it.
 */
final class VectorsFirstUse {
  private static final List<Class<?>> CLASSES =
      List.of(
          Bits.class,
          Bytes.class,
          DoubleLanes.class,
          FloatLanes.class,
          FloatQuarters.class,
          Ints.class,
          LaneConversions.class,
          Longs.class,
          Narrowing.class,
          Quarters.class,
          RelaxedDots.class,
          SharedVectorAccesses.class,
          Shorts.class,
          SingleLanes.class,
          Swizzles.class,
          Vector.class,
          VectorAccesses.class,
          Widening.class);

  static {
    for (Class<?> each : CLASSES) {
      FirstUse.initialize(each);
    }
    compute();
    access();
  }

  private VectorsFirstUse() {}

  /** Returns when all was used. */
  static void ensure() {
    // The class is initialized now.
  }

  /** What {@link #ensure} makes ready, of the engine's. */
  static List<Class<?>> classes() {
    return CLASSES;
  }

  // What uses classes of its own, or Java's: lanes of integers, floats, sums of products.
  private static void compute() {
    long lanes = Bytes.i8x16MinS(1, 2) + Shorts.i16x8MinS(1, 2) + Ints.i32x4MinS(1, 2);
    lanes += FloatLanes.f32x4RelaxedMadd(lanes, 1, 1) + DoubleLanes.f64x2RelaxedMadd(1, 2, 3);
    lanes += FloatLanes.f32x4Ceil(lanes) + DoubleLanes.f64x2Min(1, 2) + FloatLanes.f32x4Max(1, 2);
    lanes += Narrowing.i16x8NarrowI32x4S(1, 2) + LaneConversions.i32x4TruncSatF32x4U(lanes);
    lanes += FloatQuarters.f32x4RelaxedMadd(1, 2, 3) + FloatQuarters.f32x4Ceil(1);
    lanes += FloatQuarters.f32x4Max(1, 2) + Quarters.i32x4TruncSatF32x4U(1);
    Vector.of(Widening.i32x4DotI16x8S(lanes, 2), Swizzles.i8x16Swizzle(1, 2, 3));
  }

  private static void access() {
    MemoryView own = view(false);
    VectorAccesses.v128Store(
        0, VectorAccesses.v128Load(0, own), VectorAccesses.v128LoadHigh(0, own), own);
    MemoryView shared = view(true);
    long high = SharedVectorAccesses.v128LoadHigh(0, shared);
    SharedVectorAccesses.v128Store(0, SharedVectorAccesses.v128Load(0, shared), high, shared);
  }

  private static MemoryView view(boolean shared) {
    MemoryView view = new MemoryView();
    view.setMemory(NewMemory.of(new MemoryType(new Limits(1, 1), shared), 1));
    return view;
  }
}
