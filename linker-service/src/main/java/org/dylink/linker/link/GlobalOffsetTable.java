package org.dylink.linker.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.engine.Engine;
import org.dylink.engine.Global;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;

/**
 * The addresses that libraries import as {@code GOT.mem.x} and {@code GOT.func.x}: one mutable
 * global per symbol and program, made when the first library imports it, filled when all libraries
 * are there.
 */
final class GlobalOffsetTable {
  private static final GlobalType ENTRY = new GlobalType(ValueType.I32, true);

  private final Engine engine;
  private final Map<String, Global> data = new LinkedHashMap<>();
  private final Map<String, Global> functions = new LinkedHashMap<>();

  GlobalOffsetTable(Engine engine) {
    this.engine = engine;
  }

  Global data(String symbol) {
    return data.computeIfAbsent(symbol, s -> engine.newGlobal(ENTRY, 0));
  }

  Global function(String symbol) {
    return functions.computeIfAbsent(symbol, s -> engine.newGlobal(ENTRY, 0));
  }

  Map<String, Global> dataEntries() {
    return data;
  }

  Map<String, Global> functionEntries() {
    return functions;
  }
}
