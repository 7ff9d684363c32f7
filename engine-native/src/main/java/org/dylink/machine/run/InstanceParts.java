package org.dylink.machine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.Vector;
import org.dylink.format.WasmModule;

/** Memories, tables, globals and tags of an instance, imported ones first. */
final class InstanceParts {
  final List<NativeMemory> memories = new ArrayList<>();
  final List<NativeTable> tables = new ArrayList<>();
  final List<NativeGlobal> globals = new ArrayList<>();
  final List<NativeTag> tags = new ArrayList<>();

  private final IndexSpaces spaces;
  private final InstanceLimits limits;

  InstanceParts(IndexSpaces spaces, InstanceLimits limits) {
    this.spaces = spaces;
    this.limits = limits;
  }

  /**
   * Takes what is imported, each kind in its order.
   *
   * @param functions gets those that are functions
   */
  void take(List<? extends Extern> imports, NativeFunction[] functions) {
    int count = 0;
    for (Extern each : imports) {
      switch (each) {
        case NativeFunction function -> functions[count++] = function;
        case NativeMemory memory -> memories.add(memory);
        case NativeTable table -> tables.add(table);
        case NativeGlobal global -> globals.add(global);
        case NativeTag tag -> tags.add(tag);
        default -> throw new IllegalArgumentException("made by another engine: " + each);
      }
    }
  }

  /**
   * What another thread has of the same instance: all but its globals.
   *
   * @param imported the imported ones
   */
  InstanceParts forThread(List<Global> imported) {
    InstanceParts own = new InstanceParts(spaces, limits);
    own.memories.addAll(memories);
    own.tables.addAll(tables);
    own.tags.addAll(tags);
    imported.forEach(each -> own.globals.add((NativeGlobal) each));
    own.define();
    return own;
  }

  /** Makes what the module defines. */
  void define() {
    for (int i = tables.size(); i < spaces.tableCount(); i++) {
      TableType type = spaces.table(i);
      requireAtMost("table", type.limits().minimum(), "elements", limits.tableElements());
      tables.add(named(() -> new NativeTable(type, limits.tableElements())));
    }
    for (int i = memories.size(); i < spaces.memoryCount(); i++) {
      MemoryType type = spaces.memory(i);
      requireAtMost("memory", type.limits().minimum(), "pages", limits.memoryPages());
      memories.add(named(() -> new NativeMemory(type, limits.memoryPages())));
    }
    for (int i = tags.size(); i < spaces.tagCount(); i++) {
      tags.add(new NativeTag(spaces.tag(i)));
    }
    for (int i = globals.size(); i < spaces.globalCount(); i++) {
      GlobalType type = spaces.global(i);
      globals.add(new NativeGlobal(type, zero(type)));
    }
  }

  private static Object zero(GlobalType type) {
    return switch (type.value().kind()) {
      case I32 -> 0;
      case I64 -> 0L;
      case F32 -> 0f;
      case F64 -> 0.0;
      case V128 -> Vector.of(0, 0);
      default -> null;
    };
  }

  private WasmModule module() {
    return spaces.module();
  }

  private void requireAtMost(String what, long needed, String unit, long limit) {
    if (needed > limit) {
      throw new EngineLimitException(
          module() + ": " + what + " of " + needed + " " + unit + ": limit " + limit);
    }
  }

  private <T> T named(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (EngineLimitException e) {
      throw new EngineLimitException(module() + ": " + e.getMessage());
    }
  }
}
