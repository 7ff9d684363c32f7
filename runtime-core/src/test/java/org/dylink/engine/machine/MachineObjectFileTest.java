package org.dylink.engine.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.machine.MachineObject.Crossing;
import org.dylink.engine.machine.MachineObject.Range;
import org.junit.jupiter.api.Test;

class MachineObjectFileTest {
  private static final MachineObject OBJECT =
      new MachineObject(
          "linux-x86_64",
          "x86-64-v2",
          "LLVM 20.1.7",
          "ab12",
          new byte[] {1, 2, 3, 4},
          1,
          List.of(new Range(0, 2), new Range(2, 2)),
          List.of(new Crossing(3, 0, 1)));

  @Test
  void readsWhatItWrote() throws UnfitObjectException {
    MachineObject read = MachineObjectFile.read(MachineObjectFile.write(OBJECT));

    assertEquals("linux-x86_64", read.target());
    assertEquals("x86-64-v2", read.baseline());
    assertEquals("LLVM 20.1.7", read.compiler());
    assertEquals("ab12", read.digest());
    assertArrayEquals(OBJECT.image(), read.image());
    assertEquals(1, read.enter());
    assertEquals(OBJECT.functions(), read.functions());
    assertEquals(OBJECT.types(), read.types());
  }

  @Test
  void refusesWhatIsCutOffAnywhere() {
    byte[] whole = MachineObjectFile.write(OBJECT);
    for (int size = 0; size < whole.length; size++) {
      byte[] cut = Arrays.copyOf(whole, size);
      assertThrows(UnfitObjectException.class, () -> MachineObjectFile.read(cut));
    }
  }

  @Test
  void refusesWhatGoesOn() {
    byte[] whole = MachineObjectFile.write(OBJECT);
    assertRefused("bytes behind its end", Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void refusesOtherFilesAndVersions() {
    byte[] elf = MachineObjectFile.write(OBJECT);
    elf[0] = 0x7f;
    assertRefused("not an object", elf);
    byte[] later = MachineObjectFile.write(OBJECT);
    later[7] = 9;
    assertRefused("version 9, expected " + MachineObjectFile.VERSION, later);
  }

  @Test
  void refusesWhatPointsOutsideOfItsImage() {
    byte[] file = MachineObjectFile.write(OBJECT);
    int enter = 8 + 2 + 12 + 2 + 9 + 2 + 11 + 2 + 4 + 4 + 4;
    assertRefused("offset 4", changed(file, enter, 4));
    assertRefused("offset 4294967295", changed(file, enter, -1));
    int first = enter + 8;
    assertRefused("function of 5 bytes", changed(file, first + 4, 5));
    assertRefused("function of -1 bytes", changed(file, first + 4, -1));
    assertRefused("1000 entries", changed(file, enter + 4, 1000));
    assertRefused("offset 4", changed(file, file.length - 4, 4));
  }

  private static byte[] changed(byte[] file, int at, int value) {
    byte[] copy = file.clone();
    ByteBuffer.wrap(copy).putInt(at, value);
    return copy;
  }

  private static void assertRefused(String message, byte[] file) {
    var refusal = assertThrows(UnfitObjectException.class, () -> MachineObjectFile.read(file));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void pointsNowhereElseWhateverBitIsChanged() {
    byte[] good = MachineObjectFile.write(OBJECT);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        MachineObject object = MachineObjectFile.read(bad);
        int size = object.image().length;
        assertTrue(object.enter() < size);
        object.functions().forEach(each -> assertTrue(each.from() + each.size() <= size));
        object.types().forEach(each -> assertTrue(each.in() < size && each.out() < size));
      } catch (UnfitObjectException e) {
        // As it should be.
      }
    }
  }
}
