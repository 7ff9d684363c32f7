package org.dylink.linker.link.space;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.DylinkBuilder;
import org.junit.jupiter.api.Test;

/**
 * Room for libraries that are opened later: a memory of 2 to 8 pages, a table of 4 to 100 slots.
 */
@EachEngine
class OpenedRegionsTest {
  private static final long PAGE = MemoryType.PAGE_SIZE;

  private final Engine engine;
  private final AddressSpace space;

  OpenedRegionsTest(Engine engine) {
    this.engine = engine;
    this.space =
        new AddressSpace(
            engine.newMemory(new MemoryType(new Limits(2, 8), false)),
            engine.newTable(new TableType(ValueType.FUNCREF, new Limits(4, 100))),
            engine.newGlobal(new GlobalType(ValueType.I32, true), 65_536),
            new DataRegion(0, 65_536),
            70_000);
  }

  @Test
  void theHeapsFirstEndStays() throws LinkException {
    space.reserve(library(dylink().memInfo(100, 0, 0, 0)));

    assertEquals(2 * PAGE, space.heapEnd());
    assertEquals(3, space.memory().pages());
  }

  @Test
  void takesWhatGrowReturns() throws LinkException {
    space.memory().grow(1); // malloc
    Place library = library(dylink().memInfo(100, 4, 3, 1));

    space.reserve(library);

    assertEquals(new DataRegion(3 * PAGE, 100), library.data());
    assertEquals(new TableRegion(4, 3), library.slots());
    assertEquals(List.of(new DataRegion(3 * PAGE + 100, PAGE - 100)), space.freeData());
    assertEquals(List.of(new TableRegion(7, 1)), space.freeSlots(), "grown for the alignment");
  }

  @Test
  void aLibraryWithoutDataNeedsNoMemory() throws LinkException {
    space.reserve(library(dylink().memInfo(0, 0, 0, 0)));

    assertEquals(2, space.memory().pages());
    assertEquals(4, space.tableSize());
  }

  @Test
  void growsToTheMinimumThatALibraryDeclares() throws LinkException {
    Place library =
        new Place(
            TestLibrary.of(
                module("libc.so")
                    .dylink(dylink().memInfo(16, 4, 1, 0))
                    .importMemory("env", "memory", 5)
                    .importTable("env", "__indirect_function_table", 20)),
            null);

    space.reserve(library);

    assertEquals(5, space.memory().pages());
    assertEquals(20, space.tableSize());
    assertEquals(new DataRegion(2 * PAGE, 16), library.data());
  }

  @Test
  void aReleasedRegionIsZeroedBeforeItIsUsedAgain() throws LinkException {
    Place library = library(dylink().memInfo(100, 0, 0, 0));
    space.reserve(library);
    int address = (int) library.data().address();
    space.memory().writeInt(address, 42);
    space.release(library, function -> function);

    assertEquals(42, space.memory().readInt(address), "it may still be running");
    space.reserve(library);
    assertEquals(address, library.data().address());
    assertEquals(0, space.memory().readInt(address));
  }

  @Test
  void releasedSlotsHoldTheStandIn() throws LinkException {
    Place library = library(dylink().memInfo(0, 0, 2, 0));
    Function own = function("own");
    Function standIn = function("stand-in");
    space.reserve(library);
    space.table().set(4, own);
    int onDemand = space.addressOf(function("other"), library);

    space.release(library, function -> standIn);

    assertSame(standIn, space.table().get(4));
    assertNull(space.table().get(5), "it held nothing");
    assertSame(standIn, space.table().get(onDemand));
    assertEquals(List.of(new TableRegion(4, 3)), space.freeSlots());
  }

  @Test
  void slotsThatAreUsedAgainStartAsNull() throws LinkException {
    Place library = library(dylink().memInfo(0, 0, 1, 0));
    space.reserve(library);
    space.table().set(4, function("own"));
    space.release(library, function -> function("stand-in"));

    space.reserve(library);

    assertNull(space.table().get(4));
  }

  @Test
  void rollingBackGivesFreeSlotsTheirStandInsAndTheRestNull() throws LinkException {
    Place old = library(dylink().memInfo(0, 0, 1, 0));
    Function standIn = function("stand-in");
    space.reserve(old);
    space.table().set(4, function("old"));
    space.release(old, function -> standIn);
    Place failed = library(dylink().memInfo(8, 0, 1, 0));
    space.reserve(failed);
    int address = (int) failed.data().address();
    space.memory().writeInt(address, 1);
    space.table().set(4, function("new"));
    int onDemand = space.addressOf(function("new too"), failed);

    space.rollBack(failed);

    assertSame(standIn, space.table().get(4));
    assertNull(space.table().get(onDemand));
    assertEquals(0, space.memory().readInt(address));
    assertEquals(List.of(new TableRegion(4, 2)), space.freeSlots());
    assertEquals(List.of(new DataRegion(2 * PAGE, PAGE)), space.freeData());
  }

  @Test
  void anotherLibrarysFunctionInARegionKeepsItsAddress() throws LinkException {
    Function shared = function("shared");
    int address = space.addressOf(shared, null);
    Place library = library(dylink().memInfo(0, 0, 1, 0));
    space.reserve(library);
    space.table().set((int) library.slots().first(), shared);

    space.release(library, function -> function("stand-in"));

    assertEquals(address, space.addressOf(shared, null));
    assertSame(shared, space.table().get(address));
  }

  @Test
  void anImportedFunctionGetsNoAddressInARegionThatMayGo() throws LinkException {
    Function shared = function("shared");
    var slot = engine.newSlot("shared", shared.type());
    slot.bind(shared);
    Place library = library(dylink().memInfo(0, 0, 1, 0));
    library.use().addLater();
    space.reserve(library);
    space.table().set(4, slot);

    space.noteAddresses(library);

    assertSame(shared, space.table().get(4));
    assertEquals(5, space.addressOf(shared, null));
  }

  @Test
  void noRoomInTheTableGivesTheDataBack() {
    Place library = library(dylink().memInfo(100, 0, 97, 0));

    LinkException thrown = assertThrows(LinkException.class, () -> space.reserve(library));

    assertEquals(
        "lib.so: no room in the function table: needs 97 slots, table has 4", thrown.getMessage());
    assertEquals(List.of(new DataRegion(2 * PAGE, PAGE)), space.freeData());
  }

  @Test
  void noRoomInMemory() {
    Place library = library(dylink().memInfo(6 * PAGE + 1, 4, 0, 0));

    LinkException thrown = assertThrows(LinkException.class, () -> space.reserve(library));

    assertEquals(
        "lib.so: data region does not fit: needs 393217 bytes aligned to 16, memory has 2 pages of"
            + " at most 8",
        thrown.getMessage());
    assertEquals(2, space.memory().pages());
  }

  @Test
  void anAlignmentBeyondAPageIsKept() throws LinkException {
    space.memory().grow(1);
    Place library = library(dylink().memInfo(8, 17, 0, 0));

    space.reserve(library);

    assertEquals(new DataRegion(4 * PAGE, 8), library.data());
  }

  private static Place library(DylinkBuilder section) {
    return new Place(
        TestLibrary.of(shared("lib.so", section).exportedFunction("f", "() -> ()", code())), null);
  }

  private Function function(String name) {
    return engine.newFunction(
        name, new FunctionType(List.of(), List.of()), MethodHandles.zero(void.class));
  }
}
