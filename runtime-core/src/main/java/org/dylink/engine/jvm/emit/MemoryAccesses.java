package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.call.AtomicWaits;
import org.dylink.engine.jvm.run.call.WideAtomicWaits;
import org.dylink.engine.jvm.run.memory.Atomics;
import org.dylink.engine.jvm.run.memory.LargeLoads;
import org.dylink.engine.jvm.run.memory.LargeStores;
import org.dylink.engine.jvm.run.memory.LargeVectorAccesses;
import org.dylink.engine.jvm.run.memory.Loads;
import org.dylink.engine.jvm.run.memory.MemoryInstructions;
import org.dylink.engine.jvm.run.memory.SharedInstructions;
import org.dylink.engine.jvm.run.memory.SharedLoads;
import org.dylink.engine.jvm.run.memory.SharedStores;
import org.dylink.engine.jvm.run.memory.SharedVectorAccesses;
import org.dylink.engine.jvm.run.memory.Stores;
import org.dylink.engine.jvm.run.memory.VectorAccesses;
import org.dylink.engine.jvm.run.memory.WideAtomics;
import org.dylink.engine.jvm.run.memory.WideInstructions;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * The classes of {@code run.memory} that have the instructions on a memory: a row a kind of memory.
 * What a module's memory is, its type tells when the module is compiled, but for one that may pass
 * 2 GiB: for such there is other code. So code names the classes of a kind, and none asks while it
 * runs.
 */
enum MemoryAccesses {
  /** One array of the JVM: a private memory with addresses of 32 bits. */
  HEAP(
      AddressType.I32,
      false,
      false,
      Loads.class,
      Stores.class,
      VectorAccesses.class,
      MemoryInstructions.class,
      Atomics.class,
      AtomicWaits.class),

  /** Memory beside the JVM's heap, which never moves: a shared one with addresses of 32 bits. */
  SHARED(
      AddressType.I32,
      true,
      false,
      SharedLoads.class,
      SharedStores.class,
      SharedVectorAccesses.class,
      SharedInstructions.class,
      Atomics.class,
      AtomicWaits.class),

  /** Memory beside the JVM's heap that may pass 2 GiB. */
  LARGE(
      AddressType.I32,
      false,
      true,
      LargeLoads.class,
      LargeStores.class,
      LargeVectorAccesses.class,
      SharedInstructions.class,
      Atomics.class,
      AtomicWaits.class),

  /** The same, where threads share it. */
  LARGE_SHARED(LARGE),

  /** Memory beside the JVM's heap of any size, with addresses of 64 bits. */
  WIDE(
      AddressType.I64,
      false,
      true,
      LargeLoads.class,
      LargeStores.class,
      LargeVectorAccesses.class,
      WideInstructions.class,
      WideAtomics.class,
      WideAtomicWaits.class),

  /** The same, where threads share it. */
  WIDE_SHARED(WIDE);

  private final AddressType addressType;
  private final boolean shared;
  private final boolean large;
  private final Class<?> loads;
  private final Class<?> stores;
  private final Class<?> vectors;
  private final Class<?> whole;
  private final Class<?> atomics;
  private final Class<?> waits;

  MemoryAccesses(
      AddressType addressType,
      boolean shared,
      boolean large,
      Class<?> loads,
      Class<?> stores,
      Class<?> vectors,
      Class<?> whole,
      Class<?> atomics,
      Class<?> waits) {
    this.addressType = addressType;
    this.shared = shared;
    this.large = large;
    this.loads = loads;
    this.stores = stores;
    this.vectors = vectors;
    this.whole = whole;
    this.atomics = atomics;
    this.waits = waits;
  }

  /** Of one that threads share, where its code is that of a private one. */
  MemoryAccesses(MemoryAccesses unshared) {
    this(
        unshared.addressType,
        true,
        unshared.large,
        unshared.loads,
        unshared.stores,
        unshared.vectors,
        unshared.whole,
        unshared.atomics,
        unshared.waits);
  }

  /**
   * What the code of a module uses, for each of its memories.
   *
   * @param large those that may pass 2 GiB
   */
  static List<MemoryAccesses> of(IndexSpaces spaces, BitSet large) {
    List<MemoryAccesses> kinds = new ArrayList<>(spaces.memoryCount());
    for (int i = 0; i < spaces.memoryCount(); i++) {
      kinds.add(of(spaces.memory(i), large.get(i)));
    }
    return kinds;
  }

  private static MemoryAccesses of(MemoryType type, boolean isLarge) {
    boolean isAnySize = isLarge || type.addressType() == AddressType.I64;
    for (MemoryAccesses kind : values()) {
      if (kind.addressType == type.addressType()
          && kind.shared == type.shared()
          && kind.large == isAnySize) {
        return kind;
      }
    }
    throw new IllegalStateException("BUG: no code for a memory of type " + type);
  }

  /** The classes that each kind has for something, with those methods that take its addresses. */
  static Map<MemoryAccesses, RunClass> classes(Function<MemoryAccesses, Class<?>> owner) {
    Map<MemoryAccesses, RunClass> classes = new EnumMap<>(MemoryAccesses.class);
    for (MemoryAccesses kind : values()) {
      classes.put(kind, RunClass.of(owner.apply(kind), kind.addressType()));
    }
    return classes;
  }

  AddressType addressType() {
    return addressType;
  }

  Class<?> loads() {
    return loads;
  }

  Class<?> stores() {
    return stores;
  }

  /** Loads and stores of whole vectors. */
  Class<?> vectors() {
    return vectors;
  }

  /** Instructions on the memory as a whole. */
  Class<?> whole() {
    return whole;
  }

  Class<?> atomics() {
    return atomics;
  }

  /** Waiting for other threads. */
  Class<?> waits() {
    return waits;
  }

  /** Whether several threads may use it at once. */
  boolean isShared() {
    return shared;
  }
}
