package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.format.Export;
import org.dylink.format.SymbolFlags;
import org.dylink.format.WasmModule;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Pointers;

/**
 * Where a library's data symbols lie in its region. A file tells where each one starts and none's
 * size; so each ends where the next one starts, unless the library tells by another symbol: {@code
 * dylink_size_NAME}, which dylink.h makes.
 */
final class DataSymbols {
  private final TreeMap<Integer, DataSymbol> byOffset = new TreeMap<>();
  private final Map<String, DataSymbol> byName = new TreeMap<>();

  /**
   * @param instance has the values of its exports
   * @param bytes what its region holds at first
   */
  DataSymbols(WasmModule module, Instance instance, byte[] bytes) {
    int border = InitialData.end(module);
    TreeMap<Integer, List<String>> starts = new TreeMap<>();
    for (Export export : module.exports()) {
      if (isRelocatedData(module, export)) {
        value(instance, export.name())
            .filter(offset -> offset < bytes.length)
            .ifPresent(
                offset ->
                    starts
                        .computeIfAbsent(offset.intValue(), key -> new ArrayList<>())
                        .add(export.name()));
      }
    }
    starts.forEach(
        (offset, names) -> {
          Integer next = starts.higherKey(offset);
          int end = next == null ? bytes.length : next;
          // One that has a first value does not reach into what has none.
          int most = (offset < border ? Math.min(end, border) : end) - offset;
          names.forEach(name -> add(new DataSymbol(name, offset, most, false)));
        });
    tellSizes(bytes);
  }

  private static boolean isRelocatedData(WasmModule module, Export export) {
    SymbolFlags flags = Symbol.flagsOf(module, export);
    return Symbol.kindOf(module, export).filter(Symbol.Kind.DATA::equals).isPresent()
        && !flags.isThreadLocal()
        && !flags.isAbsolute()
        && !AbiNames.isNumber(export.name());
  }

  private static Optional<Long> value(Instance instance, String name) {
    return instance
        .export(name)
        .filter(Global.class::isInstance)
        .map(global -> Pointers.get((Global) global));
  }

  private void tellSizes(byte[] bytes) {
    for (DataSymbol each : List.copyOf(byName.values())) {
      DataSymbol told = byName.get(AbiNames.DATA_SIZE_PREFIX + each.name());
      if (told != null) {
        int size = RegionWords.at(bytes, told.offset());
        int most = Math.max(0, Math.min(size, each.size()));
        add(new DataSymbol(each.name(), each.offset(), most, true));
      }
    }
  }

  private void add(DataSymbol symbol) {
    byName.put(symbol.name(), symbol);
    byOffset.put(symbol.offset(), symbol);
  }

  /** By their names. */
  Map<String, DataSymbol> byName() {
    return byName;
  }

  /** The one that an offset is in; of several that start together one of them. */
  Optional<DataSymbol> at(int offset) {
    return before(offset).filter(symbol -> offset < symbol.end());
  }

  /** The last one that starts at an offset, or before it. */
  Optional<DataSymbol> before(int offset) {
    return Optional.ofNullable(byOffset.floorEntry(offset)).map(Map.Entry::getValue);
  }
}
