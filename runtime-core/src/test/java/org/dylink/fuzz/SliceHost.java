package org.dylink.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** Whatever a slice imports. Functions of it give what they are given, mixed. */
final class SliceHost {
  /** The value of all imported globals: also where data and functions begin. */
  static final int BASE = 1_024;

  private static final int MORE_PAGES = 6;
  private static final int MORE_ELEMENTS = BASE + 8;

  private final Engine engine;
  private final List<Extern> externs = new ArrayList<>();
  private long trace;

  SliceHost(Engine engine, WasmModule module) {
    this.engine = engine;
    for (Import entry : module.imports()) {
      externs.add(extern(entry));
    }
  }

  List<Extern> externs() {
    return externs;
  }

  private Extern extern(Import entry) {
    if (entry.type() instanceof FunctionType type) {
      return engine.newFunction(entry.name(), type, handle(type));
    } else if (entry.type() instanceof GlobalType type) {
      return engine.newGlobal(type, number(type.value(), BASE));
    } else if (entry.type() instanceof MemoryType type) {
      return engine.newMemory(new MemoryType(some(type.limits(), MORE_PAGES), false));
    } else if (entry.type() instanceof TableType type) {
      return engine.newTable(new TableType(type.element(), some(type.limits(), MORE_ELEMENTS)));
    }
    return engine.newTag((TagType) entry.type());
  }

  /** A little more than is asked for, and a maximum. */
  private static Limits some(Limits asked, int more) {
    long most = asked.isBounded() ? asked.maximum() : Long.MAX_VALUE;
    long minimum = Math.min(asked.minimum() + more, most);
    return new Limits(minimum, Math.min(minimum + 1, most));
  }

  /** Everything that a slice can have changed, in words. */
  String state() {
    StringBuilder state = new StringBuilder("trace ").append(trace);
    for (Extern extern : externs) {
      if (extern instanceof Memory memory) {
        state.append(", pages ").append(memory.pages()).append(" of ").append(hash(memory));
      } else if (extern instanceof Global global) {
        state.append(' ').append(Observation.describe(global.get()));
      } else if (extern instanceof Table table) {
        state.append(", table of ").append(table.size()).append(": ").append(hash(table));
      }
    }
    return state.toString();
  }

  private static String hash(Memory memory) {
    byte[] bytes = new byte[(int) memory.pages() * MemoryType.PAGE_SIZE];
    memory.read(0, bytes, 0, bytes.length);
    return Integer.toHexString(Arrays.hashCode(bytes));
  }

  private static String hash(Table table) {
    int hash = 1;
    for (int i = 0; i < table.size(); i++) {
      hash = 31 * hash + (table.get(i) == null ? 0 : 1);
    }
    return Integer.toHexString(hash);
  }

  private MethodHandle handle(FunctionType type) {
    MethodType java = Function.methodType(type);
    try {
      MethodHandle all =
          MethodHandles.lookup()
              .findVirtual(
                  SliceHost.class,
                  "answer",
                  MethodType.methodType(Object.class, FunctionType.class, Object[].class));
      return MethodHandles.insertArguments(all.bindTo(this), 0, type)
          .asCollector(Object[].class, java.parameterCount())
          .asType(java);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: SliceHost.answer is gone", e);
    }
  }

  Object answer(FunctionType type, Object[] arguments) {
    for (Object argument : arguments) {
      trace = 31 * trace + (argument instanceof Number number ? (long) number.doubleValue() : 1);
    }
    trace += 31L * type.results().size();
    Object[] results = type.results().stream().map(r -> number(r, trace & 0x7fff)).toArray();
    return results.length == 1 ? results[0] : results.length == 0 ? null : results;
  }

  private static Object number(ValueType type, long value) {
    return switch (type.kind()) {
      case I32 -> (int) value;
      case I64 -> value;
      case F32 -> (float) value;
      case F64 -> (double) value;
      default -> null;
    };
  }
}
