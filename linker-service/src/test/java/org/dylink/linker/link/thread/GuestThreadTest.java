package org.dylink.linker.link.thread;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.linker.DataRegion;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

@EachEngine
class GuestThreadTest {
  private final GuestThread first;
  private final GuestThread second;
  private final Place place = new Place(TestLibrary.of(module("lib.so")), null);
  private final Place other = new Place(TestLibrary.of(module("other.so")), null);

  GuestThreadTest(Engine engine) {
    this.first = new GuestThread(GuestThread.FIRST, 0, engine.newExecutionControl());
    this.second = new GuestThread(7, 1, engine.newExecutionControl());
  }

  @Test
  void eachHasItsOwnErrorAndItsOwnCaller() {
    first.setDlError("not found");
    first.setDlCaller(place);

    assertEquals(Optional.empty(), second.takeDlError());
    assertEquals(Optional.empty(), second.dlCaller());
    assertEquals(Optional.of(place), first.dlCaller());
    assertEquals(Optional.of("not found"), first.takeDlError());
    assertEquals(Optional.empty(), first.takeDlError(), "it is told once");
  }

  @Test
  void isCalledByItsNumber() {
    assertEquals("first thread", first.toString());
    assertEquals("thread 7", second.toString());
  }

  @Test
  void givesBackTheBlocksThatAreNotInALibrary() {
    DataRegion inLibrary = new DataRegion(4096, 0);
    DataRegion own = new DataRegion(8192, 64);
    second.libraries().setBlock(place, inLibrary);
    second.libraries().setBlock(other, own);

    assertEquals(List.of(), second.libraries().forget(List.of(place)));
    assertEquals(Optional.empty(), second.libraries().block(place));
    assertEquals(Optional.of(own), second.libraries().block(other));
    assertEquals(List.of(own), second.libraries().forgetAll());
    assertEquals(Optional.empty(), second.libraries().block(other));
  }
}
