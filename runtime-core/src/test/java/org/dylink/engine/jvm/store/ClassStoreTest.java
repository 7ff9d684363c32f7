package org.dylink.engine.jvm.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ClassStoreTest {
  private static final StoreKey KEY = new StoreKey("v1", "libz.so", "0aee67db");
  private static final byte[] SHORT = {1, 2, 3};
  private static final byte[] LONG = new byte[1_000];

  // Where things are in a file with this key.
  private static final int START = 4 + 4 + 9 + 10;
  private static final int COUNT = START + 4;
  private static final int FIRST_ENTRY = COUNT + 4;

  private static ClassStore store() {
    return ClassStore.of(Map.of("17", SHORT, "entries$0", LONG));
  }

  private static byte[] file() throws IOException {
    return store().write(KEY);
  }

  private static void assertHasAll(ClassStore store) throws UnfitStoreException {
    assertEquals(Set.of("17", "entries$0"), store.names());
    assertArrayEquals(SHORT, store.get("17"));
    assertArrayEquals(LONG, store.get("entries$0"));
    assertNull(store.get("18"));
  }

  @Test
  void givesBackWhatWasWritten() throws Exception {
    assertHasAll(ClassStore.read(file(), KEY));
  }

  @Test
  void givesBackWhatWasDeflated() throws Exception {
    byte[] deflated = store().deflated().write(KEY);
    assertTrue(deflated.length < file().length - 900, deflated.length + " bytes");
    assertHasAll(ClassStore.read(deflated, KEY));
  }

  @Test
  void writesTheSameBytesForTheSameClasses() throws Exception {
    assertArrayEquals(file(), ClassStore.read(file(), KEY).write(KEY));
  }

  @Test
  void holdsNoClassAtAll() throws Exception {
    assertEquals(Set.of(), ClassStore.read(ClassStore.EMPTY.write(KEY), KEY).names());
  }

  @Test
  void addsClassesOfWhichTheAddedWin() throws Exception {
    ClassStore other = ClassStore.of(Map.of("17", LONG, "18", SHORT));
    ClassStore both = store().with(other);
    assertEquals(Set.of("17", "18", "entries$0"), both.names());
    assertArrayEquals(LONG, both.get("17"));
  }

  @Test
  void refusesWhatWasMadeFromSomethingElse() throws Exception {
    assertRefused(
        "made by another version of the engine",
        file(),
        new StoreKey("v2", KEY.module(), KEY.digest()));
    assertRefused(
        "made for a module of another name", file(), new StoreKey("v1", "libz", KEY.digest()));
    assertRefused("made from another module", file(), new StoreKey("v1", KEY.module(), "0aee67dc"));
  }

  @Test
  void refusesOtherFilesAndFormats() throws Exception {
    byte[] text = "once upon a time".getBytes(StandardCharsets.US_ASCII);
    assertRefused("not a file of classes, or of another version", text, KEY);
    byte[] later = file();
    later[3]++;
    assertRefused("not a file of classes, or of another version", later, KEY);
  }

  @Test
  void refusesATruncatedFileWhereverItEnds() throws Exception {
    byte[] file = file();
    for (int size = 0; size < file.length; size++) {
      assertRefused("truncated", Arrays.copyOf(file, size), KEY);
    }
  }

  @Test
  void refusesBytesAfterTheLastClass() throws Exception {
    byte[] file = file();
    assertRefused("bytes after the last class", Arrays.copyOf(file, file.length + 1), KEY);
  }

  @Test
  void refusesADamagedIndex() throws Exception {
    byte[] file = file();
    file[FIRST_ENTRY + 3] ^= 1;
    assertRefused("damaged", file, KEY);
  }

  @Test
  void refusesADamagedClassWhenItIsAskedFor() throws Exception {
    byte[] file = file();
    file[file.length - 1] ^= 1;
    ClassStore store = ClassStore.read(file, KEY);
    assertArrayEquals(SHORT, store.get("17"));
    assertEquals(
        "damaged",
        assertThrows(UnfitStoreException.class, () -> store.get("entries$0")).getMessage());
  }

  @Test
  void refusesADamagedDeflatedClassWhenItIsAskedFor() throws Exception {
    byte[] file = store().deflated().write(KEY);
    file[file.length - 3] ^= 0x55;
    ClassStore store = ClassStore.read(file, KEY);
    assertEquals(
        "damaged",
        assertThrows(UnfitStoreException.class, () -> store.get("entries$0")).getMessage());
  }

  @Test
  void believesNoNumberAlsoWhereTheChecksumIsRight() throws Exception {
    assertRefused("damaged", forged(COUNT, Integer.MAX_VALUE), KEY);
    assertRefused("damaged", forged(COUNT, -1), KEY);
    assertRefused("damaged", forged(COUNT, 1), KEY);
    int size = FIRST_ENTRY + 2 + "17".length();
    assertRefused("damaged", forged(size, -1), KEY);
    assertRefused("damaged", forged(size, Integer.MAX_VALUE), KEY);
    assertRefused("truncated", forged(size + 8, 1_000_000), KEY);
    assertRefused("damaged", forged(size + 8, Integer.MAX_VALUE), KEY);
    assertRefused("bytes after the last class", forged(size + 8, 0), KEY);
  }

  @Test
  void believesNoStart() throws Exception {
    for (int start : new int[] {Integer.MIN_VALUE, -1, 0, 1, START, COUNT, COUNT + 3}) {
      byte[] file = file();
      ByteBuffer.wrap(file).putInt(START, start);
      assertRefused("damaged", file, KEY);
    }
  }

  @Test
  void throwsNothingElseWhateverTheBytes() throws Exception {
    Random random = new Random(1);
    byte[] intact = store().deflated().write(KEY);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] file = intact.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      refused += isRefused(random.nextBoolean() ? file : withChecksum(file)) ? 1 : 0;
    }
    assertTrue(refused > 15_000, refused + " refused");
  }

  private static boolean isRefused(byte[] file) {
    try {
      ClassStore store = ClassStore.read(file, KEY);
      for (String name : store.names()) {
        store.get(name);
      }
      return false;
    } catch (UnfitStoreException e) {
      return true;
    }
  }

  private static byte[] forged(int at, int value) throws IOException {
    byte[] file = file();
    ByteBuffer.wrap(file).putInt(at, value);
    return withChecksum(file);
  }

  private static byte[] withChecksum(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int end = bytes.getInt(START) - Integer.BYTES;
    if (end > 0 && end <= file.length - Integer.BYTES) {
      CRC32 checksum = new CRC32();
      checksum.update(file, 0, end);
      bytes.putInt(end, (int) checksum.getValue());
    }
    return file;
  }

  private static void assertRefused(String reason, byte[] file, StoreKey key) {
    assertEquals(
        reason,
        assertThrows(UnfitStoreException.class, () -> ClassStore.read(file, key)).getMessage());
  }
}
