package org.dylink.linker.link.space;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class RegionPlacerTest {
  private static final int PAGE = 65_536;

  @Test
  void alignsBeforeReserving() throws LinkException {
    RegionPlacer placer = new RegionPlacer(1000, 1, MemoryLimit.of(10));
    Place first = loaded(dylink().memInfo(3, 0, 1, 0));
    Place second = loaded(dylink().memInfo(10, 8, 5, 3));
    Place third = loaded(dylink().memInfo(1, 2, 1, 0));

    for (Place module : List.of(first, second, third)) {
      placer.place(module);
    }

    assertEquals(new DataRegion(1000, 3), first.data());
    assertEquals(new DataRegion(1024, 10), second.data());
    assertEquals(new DataRegion(1036, 1), third.data());
    assertEquals(new TableRegion(1, 1), first.slots());
    assertEquals(new TableRegion(8, 5), second.slots());
    assertEquals(new TableRegion(13, 1), third.slots());
    assertEquals(1040, placer.heapBase());
    assertEquals(14, placer.tableEnd());
  }

  @Test
  void leavesBytesUnusedBelowTheStack() throws LinkException {
    RegionPlacer placer = new RegionPlacer(RegionPlacer.UNUSED_BYTES, 1, MemoryLimit.of(10));

    assertEquals(new DataRegion(1024, 112), placer.placeStack("main", 100));
    assertEquals(1136, placer.heapBase());
  }

  @Test
  void placesNothingWhereNothingIsAskedFor() throws LinkException {
    RegionPlacer placer = new RegionPlacer(1024, 1, MemoryLimit.of(1));
    Place module = loaded(dylink());

    placer.place(module);

    assertEquals(new DataRegion(1024, 0), module.data());
    assertEquals(new TableRegion(1, 0), module.slots());
  }

  @Test
  void fillsTheMemoryToItsLastByte() throws LinkException {
    RegionPlacer placer = new RegionPlacer(1024, 1, MemoryLimit.of(1));
    Place module = loaded(dylink().memInfo(PAGE - 1024, 0, 0, 0));

    placer.place(module);

    assertEquals(PAGE, module.data().end());
    assertEquals(PAGE, placer.heapBase());
    assertEquals(1, placer.pages(List.of(module)));
  }

  @Test
  void refusesOneByteTooMuch() {
    RegionPlacer placer = new RegionPlacer(1024, 1, MemoryLimit.of(1));

    LinkException thrown =
        assertThrows(
            LinkException.class,
            () -> placer.place(loaded(dylink().memInfo(PAGE - 1023, 0, 0, 0))));

    assertEquals(
        "lib.so: data region does not fit: needs 64513 bytes aligned to 1, next free address"
            + " 0x00000400, memory limit 1 pages (65536 bytes)",
        thrown.getMessage());
    assertEquals(Reason.NO_SPACE, thrown.reason());
  }

  @Test
  void refusesAStackThatDoesNotFit() {
    RegionPlacer placer = new RegionPlacer(1024, 1, MemoryLimit.of(1));

    LinkException thrown =
        assertThrows(LinkException.class, () -> placer.placeStack("main.wasm", 64_513));

    assertEquals(
        "main.wasm: stack does not fit: needs 64528 bytes aligned to 16, next free address"
            + " 0x00000400, memory limit 1 pages (65536 bytes)",
        thrown.getMessage());
  }

  @Test
  void countsAddressesBeyond31Bits() throws LinkException {
    RegionPlacer placer = new RegionPlacer(0x9000_0000L, 1, MemoryLimit.of(65_536));
    Place module = loaded(dylink().memInfo(0x5000_0000L, 4, 0, 0));

    placer.place(module);

    assertEquals("0x90000000 +1342177280", module.data().toString());
    assertEquals(0xe000, placer.pages(List.of(module)));
  }

  @Test
  void roundsPagesUpAndHonoursDeclaredMinima() throws LinkException {
    RegionPlacer placer = new RegionPlacer(1024, 1, MemoryLimit.of(10));
    placer.place(loaded(dylink().memInfo(PAGE, 0, 0, 0)));

    assertEquals(2, placer.pages(List.of()));
    assertEquals(7, placer.pages(List.of(importing(1, 10), importing(7, 10))));
  }

  @Test
  void theLimitIsTheSmallestOfRequestAndImports() {
    assertEquals(16, MemoryLimit.of(List.of(), 16 * PAGE + 5).pages());
    assertEquals(8, MemoryLimit.of(List.of(importing(1, 9), importing(1, 8)), 16 * PAGE).pages());
    assertEquals(
        "8 pages (524288 bytes), the maximum of lib.so",
        MemoryLimit.of(List.of(importing(1, 8)), 16 * PAGE).toString());
    assertEquals(4, MemoryLimit.of(List.of(importing(1, 9)), 4 * PAGE).pages());
  }

  private static Place importing(long minimum, long maximum) {
    return loaded(module("lib.so").importMemory("env", "memory", minimum, maximum));
  }

  private static Place loaded(DylinkBuilder section) {
    return loaded(shared("lib.so", section));
  }

  private static Place loaded(ModuleBuilder module) {
    return new Place(TestLibrary.of(module), null);
  }
}
