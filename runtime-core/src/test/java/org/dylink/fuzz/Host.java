package org.dylink.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.testing.Signature;

/** What the modules of a case share, as a linker would make it. */
final class Host {
  static final int PAGES = 3;
  static final Map<String, GlobalType> GLOBALS = new LinkedHashMap<>();
  static final Map<String, FunctionType> TAGS = new LinkedHashMap<>();

  static {
    Types.NUMBERS.forEach(type -> GLOBALS.put("shared_" + type, new GlobalType(type, true)));
    GLOBALS.put("constant", new GlobalType(ValueType.I32, false));
    TAGS.put("nothing", Signature.of("() -> ()"));
    TAGS.put("number", Signature.of("(i32) -> ()"));
    TAGS.put("pair", Signature.of("(i64, f32) -> ()"));
  }

  private final Map<String, Extern> externs = new HashMap<>();
  private final Map<String, Global> globals = new LinkedHashMap<>();
  private final Memory memory;
  private final Table table;
  private long trace;

  Host(Engine engine, Style style) {
    AddressType addresses = style.isWide() ? AddressType.I64 : AddressType.I32;
    memory = engine.newMemory(new MemoryType(addresses, new Limits(1, PAGES), style.isShared()));
    long size = Declarations.SHARED_TABLE_SIZE;
    table = engine.newTable(new TableType(ValueType.FUNCREF, new Limits(size, size + 4)));
    externs.put("memory", memory);
    externs.put("table", table);
    externs.put("trace", engine.newFunction("trace", Signature.of("(i64) -> ()"), traceHandle()));
    GLOBALS.forEach((name, type) -> globals.put(name, engine.newGlobal(type, one(type.value()))));
    globals.put("fuel", engine.newGlobal(new GlobalType(ValueType.I32, true), 0));
    externs.putAll(globals);
    TAGS.forEach((name, type) -> externs.put(name, engine.newTag(new TagType(type))));
  }

  Extern extern(String name) {
    return externs.get(name);
  }

  void fuel(int amount) {
    globals.get("fuel").set(amount);
  }

  /** Memory, table, globals, and what was traced, in words. */
  String state() {
    StringBuilder state = new StringBuilder("pages " + memory.pages() + ", memory ");
    state.append(Integer.toHexString(memoryHash())).append(", trace ").append(trace);
    globals.forEach(
        (name, global) ->
            state.append(", ").append(name).append(' ').append(Observation.describe(global.get())));
    state.append(", table");
    for (int i = 0; i < table.size(); i++) {
      state.append(' ').append(table.get(i) == null ? "-" : table.get(i).name());
    }
    return state.toString();
  }

  private int memoryHash() {
    byte[] bytes = new byte[(int) memory.pages() * MemorySteps.PAGE];
    memory.read(0, bytes, 0, bytes.length);
    return Arrays.hashCode(bytes);
  }

  void trace(long value) {
    trace = 31 * trace + value;
  }

  private MethodHandle traceHandle() {
    try {
      MethodType type = MethodType.methodType(void.class, long.class);
      return MethodHandles.lookup().bind(this, "trace", type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Host.trace is gone", e);
    }
  }

  private static Object one(ValueType type) {
    return switch (type.kind()) {
      case I32 -> 1;
      case I64 -> 1L;
      case F32 -> 1f;
      default -> 1.0;
    };
  }
}
