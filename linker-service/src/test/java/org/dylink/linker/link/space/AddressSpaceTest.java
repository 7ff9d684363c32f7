package org.dylink.linker.link.space;

import static org.dylink.format.ValueType.FUNCREF;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.FunctionType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

@EachEngine
class AddressSpaceTest {
  private static final FunctionType NOTHING = Signature.of("() -> ()");

  private final Engine engine;

  AddressSpaceTest(Engine engine) {
    this.engine = engine;
  }

  @Test
  void aFunctionHasOneSlot() throws LinkException {
    AddressSpace space = space(table(1, 10));
    Function f = function("f");
    Function g = function("g");

    assertEquals(1, space.addressOf(f, null));
    assertEquals(2, space.addressOf(g, null));
    assertEquals(1, space.addressOf(f, null));
    assertEquals(3, space.tableSize());
    assertSame(f, space.table().get(1));
  }

  @Test
  void aSlotThatALibraryFilledIsTheAddress() throws LinkException {
    Table table = table(5, 10);
    AddressSpace space = space(table);
    Function f = function("f");
    table.set(3, f);
    table.set(4, f);

    space.noteAddresses(withSlots(1, 4));

    assertEquals(3, space.addressOf(f, null));
    assertEquals(5, space.tableSize());
  }

  @Test
  void theFirstRegionThatIsNotedCounts() throws LinkException {
    Table table = table(5, 10);
    AddressSpace space = space(table);
    Function f = function("f");
    table.set(2, f);
    table.set(4, f);

    space.noteAddresses(withSlots(3, 2));
    space.noteAddresses(withSlots(1, 2));

    assertEquals(4, space.addressOf(f, null));
  }

  @Test
  void anImportInATableIsReplacedByWhatItIsBoundTo() throws LinkException {
    Table table = table(3, 10);
    AddressSpace space = space(table);
    Function f = function("f");
    FunctionSlot slot = engine.newSlot("f", NOTHING);
    slot.bind(f);
    table.set(1, slot);

    space.noteAddresses(withSlots(0, 3));

    assertSame(f, table.get(1));
    assertEquals(1, space.addressOf(f, null));
  }

  @Test
  void aFullTableIsAnError() throws LinkException {
    AddressSpace space = space(table(1, 2));
    space.addressOf(function("f"), null);

    LinkException thrown =
        assertThrows(LinkException.class, () -> space.addressOf(function("g"), null));

    assertEquals(
        "g: no room in the function table: needs 1 slots, table has 2", thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
  }

  private AddressSpace space(Table table) {
    Memory memory = engine.newMemory(new MemoryType(new Limits(1, 4), false));
    return new AddressSpace(memory, table, null, new DataRegion(0, 0), 1024);
  }

  private Table table(long minimum, long maximum) {
    return engine.newTable(new TableType(FUNCREF, new Limits(minimum, maximum)));
  }

  private Function function(String name) {
    MethodHandle nothing = MethodHandles.empty(MethodType.methodType(void.class));
    return engine.newFunction(name, NOTHING, nothing);
  }

  private static Place withSlots(long first, long size) {
    Place module = new Place(TestLibrary.of(module("lib.so")), null);
    module.put(new DataRegion(0, 0), new TableRegion(first, size));
    return module;
  }
}
