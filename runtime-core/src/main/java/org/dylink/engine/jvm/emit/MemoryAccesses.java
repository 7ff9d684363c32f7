package org.dylink.engine.jvm.emit;

import java.util.List;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.run.memory.Loads;
import org.dylink.engine.jvm.run.memory.MemoryInstructions;
import org.dylink.engine.jvm.run.memory.SharedInstructions;
import org.dylink.engine.jvm.run.memory.SharedLoads;
import org.dylink.engine.jvm.run.memory.SharedStores;
import org.dylink.engine.jvm.run.memory.SharedVectorAccesses;
import org.dylink.engine.jvm.run.memory.Stores;
import org.dylink.engine.jvm.run.memory.VectorAccesses;
import org.dylink.format.AddressType;
import org.dylink.format.MemoryType;

/**
 * The classes of {@code run.memory} that have the instructions on a memory: a row a kind of memory.
 * What a module's memory is, its type tells when the module is compiled; so its code names the
 * classes of that kind, and none asks while it runs.
 */
enum MemoryAccesses {
  /** One array of the JVM: a private memory with addresses of 32 bits. */
  HEAP(
      AddressType.I32,
      false,
      Loads.class,
      Stores.class,
      VectorAccesses.class,
      MemoryInstructions.class),

  /** Memory beside the JVM's heap, which never moves: a shared one with addresses of 32 bits. */
  SHARED(
      AddressType.I32,
      true,
      SharedLoads.class,
      SharedStores.class,
      SharedVectorAccesses.class,
      SharedInstructions.class);

  private final AddressType addressType;
  private final boolean shared;
  private final Class<?> loads;
  private final Class<?> stores;
  private final Class<?> vectors;
  private final Class<?> whole;

  MemoryAccesses(
      AddressType addressType,
      boolean shared,
      Class<?> loads,
      Class<?> stores,
      Class<?> vectors,
      Class<?> whole) {
    this.addressType = addressType;
    this.shared = shared;
    this.loads = loads;
    this.stores = stores;
    this.vectors = vectors;
    this.whole = whole;
  }

  /** What the code of a module uses, for each of its memories. */
  static List<MemoryAccesses> of(IndexSpaces spaces) {
    return spaces.module().memories().stream().map(MemoryAccesses::of).toList();
  }

  private static MemoryAccesses of(MemoryType type) {
    for (MemoryAccesses kind : values()) {
      if (kind.addressType == type.addressType() && kind.shared == type.shared()) {
        return kind;
      }
    }
    throw new IllegalStateException("BUG: no code for a memory of type " + type);
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

  /** Whether several threads may use it at once. */
  boolean isShared() {
    return shared;
  }
}
