package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.dylink.format.WasmModule;
import org.dylink.linker.DataRegion;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.snapshot.PlaceState.TableState;

/**
 * What must hold of a state that a file tells: every number is one of this program's, every value
 * of the type of what has it. Where libraries lie {@link Restoration} compares.
 */
final class ImageRules {
  private final TakenSnapshot state;
  private final List<Place> places;

  ImageRules(TakenSnapshot state, List<Place> places) {
    this.state = state;
    this.places = places;
  }

  /**
   * Compares it with the libraries of the program that is to begin so.
   *
   * @throws UnfitImageException if something is not
   */
  void check() throws UnfitImageException {
    require(state.places().size() == places.size(), "libraries");
    for (int i = 0; i < places.size(); i++) {
      check(places.get(i).module(), state.places().get(i));
    }
    require(state.tableSize() >= 0, "table");
    check(state.table(), state.tableSize());
    long end = 0;
    for (DataRegion free : state.freeData()) {
      end = behind(end, free.address(), free.size());
    }
    require(end <= state.memory().pages() * MemoryType.PAGE_SIZE, "free memory");
    end = 0;
    for (TableRegion free : state.freeSlots()) {
      end = behind(end, free.first(), free.size());
    }
    require(end <= state.tableSize(), "free slots");
  }

  private static void require(boolean holds, String what) throws UnfitImageException {
    if (!holds) {
      throw new UnfitImageException("its " + what + " cannot be the program's");
    }
  }

  private static long behind(long end, long start, long size) throws UnfitImageException {
    require(start >= end && size > 0 && size <= Long.MAX_VALUE - start, "free regions");
    return start + size;
  }

  private void check(WasmModule module, PlaceState place) throws UnfitImageException {
    for (int slot : place.slotsOnDemand()) {
      require(slot >= 0 && slot < state.tableSize(), "slots");
    }
    List<GlobalType> globals = module.globals();
    List<GlobalType> own = globals.subList(imported(module, GlobalType.class), globals.size());
    check(place.contents().globals(), own, "globals");
    check(place.variables(), variables(module), "variables");
    require(isBelow(place.contents().droppedData(), module.data().size()), "segments");
    require(isBelow(place.contents().droppedElements(), module.elements().size()), "segments");
    for (TableState table : place.tables()) {
      check(module, table);
    }
  }

  private static int imported(WasmModule module, Class<?> kind) {
    return (int) module.imports().stream().filter(each -> kind.isInstance(each.type())).count();
  }

  private static List<GlobalType> variables(WasmModule module) {
    return module.imports().stream()
        .map(Import::type)
        .filter(GlobalType.class::isInstance)
        .map(GlobalType.class::cast)
        .filter(GlobalType::mutable)
        .toList();
  }

  private static void check(List<Object> values, List<GlobalType> types, String what)
      throws UnfitImageException {
    require(values.size() == types.size(), what);
    for (int i = 0; i < types.size(); i++) {
      require(isOf(types.get(i).value(), values.get(i)), what);
    }
  }

  private static boolean isOf(ValueType type, Object value) {
    return switch (type.kind()) {
      case I32 -> value instanceof Integer;
      case I64 -> value instanceof Long;
      case F32 -> value instanceof Float;
      case F64 -> value instanceof Double;
      case V128 -> value instanceof Vector;
      default -> value == null && type.isReference() && type.isNullable();
    };
  }

  private static boolean isBelow(Set<Integer> indexes, int count) {
    return indexes.stream().allMatch(index -> index >= 0 && index < count);
  }

  private void check(WasmModule module, TableState table) throws UnfitImageException {
    List<TableType> tables = module.tables();
    boolean isOwn =
        table.index() >= imported(module, TableType.class) && table.index() < tables.size();
    require(isOwn && table.size() >= 0, "tables");
    // A table of a narrower type would have to be compared slot by slot.
    require(table.slots().isEmpty() || isOfAny(tables.get(table.index())), "tables");
    check(table.slots(), table.size());
  }

  private static boolean isOfAny(TableType table) {
    return Objects.equals(table.element(), ValueType.FUNCREF);
  }

  private void check(List<SlotState> slots, int size) throws UnfitImageException {
    for (SlotState slot : slots) {
      require(slot.slot() >= 0 && slot.slot() < size, "table");
      require(slot.place() >= 0 && slot.place() < places.size(), "table");
      int functions = places.get(slot.place()).module().functionCount();
      require(slot.function() >= 0 && slot.function() < functions, "table");
    }
  }
}
