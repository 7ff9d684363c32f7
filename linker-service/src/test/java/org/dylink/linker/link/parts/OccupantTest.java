package org.dylink.linker.link.parts;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dylink.linker.DataRegion;
import org.dylink.linker.TableRegion;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccupantTest {
  private final Occupant occupant = new Occupant(TestLibrary.of(shared("lib.so")));

  @Test
  void isLoadedAtFirst() {
    assertEquals(LinkState.LOADED, occupant.state());
  }

  @Test
  void mayLeaveOutSteps() {
    occupant.enter(LinkState.BOUND);
    occupant.enter(LinkState.CONSTRUCTED);

    assertTrue(occupant.isAtLeast(LinkState.RELOCATED));
    assertFalse(occupant.isAtLeast(LinkState.CLOSING));
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkState.class,
      names = {"LOADED", "COMPILED", "BOUND", "STARTED"})
  void goesNeitherBackNorNowhere(LinkState next) {
    occupant.enter(LinkState.STARTED);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> occupant.enter(next));

    assertEquals("BUG: lib.so: STARTED -> " + next, thrown.getMessage());
    assertEquals(LinkState.STARTED, occupant.state());
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkState.class,
      names = {"LOADED", "COMPILED", "BOUND", "STARTED", "RELOCATED"})
  void leavesFromWhereverItIs(LinkState reached) {
    if (reached != LinkState.LOADED) {
      occupant.enter(reached);
    }

    occupant.enter(LinkState.GONE);

    assertEquals(LinkState.GONE, occupant.state());
  }

  @Test
  void saysThatItHasNoInstanceYet() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> occupant.exports());

    assertEquals("BUG: lib.so has no instance: it is LOADED", thrown.getMessage());
  }

  @Test
  void givesItsPlaceToAnother() {
    Place place = new Place(TestLibrary.of(shared("lib.so")), null);
    place.put(new DataRegion(4096, 64), new TableRegion(5, 2));
    Occupant before = place.occupant();
    before.enter(LinkState.CONSTRUCTED);

    assertSame(before, place.exchange(new Occupant(TestLibrary.of(shared("lib2.so")))));

    assertEquals("lib2.so", place.name());
    assertEquals(LinkState.LOADED, place.occupant().state());
    assertEquals(new DataRegion(4096, 64), place.data(), "what the place has stays");
    assertEquals(new TableRegion(5, 2), place.slots());
  }
}
