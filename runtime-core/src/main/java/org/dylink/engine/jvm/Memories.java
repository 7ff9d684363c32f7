package org.dylink.engine.jvm;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.NewMemory;
import org.dylink.format.MemoryType;
import org.dylink.format.WasmModule;

/** The memories of an instance, imports first. */
final class Memories {
  private final WasmModule module;
  private final InstanceLimits limits;

  Memories(WasmModule module, InstanceLimits limits) {
    this.module = module;
    this.limits = limits;
  }

  /**
   * Takes the imported ones, and makes the others.
   *
   * @throws EngineLimitException if one needs more than the limits, or than the engine has
   */
  List<LinearMemory> of(List<? extends Extern> imports) {
    List<LinearMemory> memories = new ArrayList<>();
    for (Extern each : imports) {
      if (each instanceof LinearMemory memory) {
        memories.add(memory);
      }
    }
    for (int i = memories.size(); i < module.memories().size(); i++) {
      memories.add(make(module.memories().get(i)));
    }
    return memories;
  }

  private LinearMemory make(MemoryType type) {
    long minimum = type.limits().minimum();
    if (minimum > limits.memoryPages()) {
      throw new EngineLimitException(
          module + ": memory of " + minimum + " pages: limit " + limits.memoryPages());
    }
    try {
      return NewMemory.of(type, limits.memoryPages(), limits.isMemoryAskedFor());
    } catch (EngineLimitException e) {
      throw new EngineLimitException(module + ": " + e.getMessage());
    }
  }
}
