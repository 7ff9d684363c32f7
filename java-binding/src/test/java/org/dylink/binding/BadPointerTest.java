package org.dylink.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.binding.contract.Tour;
import org.dylink.binding.contract.Tour.Binary;
import org.dylink.binding.contract.Tour.Point;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.engine.TrapException;
import org.dylink.linker.LinkException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Where a pointer must not lead, from Java and in C: the library goes on. */
class BadPointerTest {
  private static Tour tour;

  @BeforeAll
  static void bind() throws LinkException {
    tour = WasmBinder.bind(Tour.class, new TestLinker());
  }

  @AfterAll
  static void end() {
    tour.close();
  }

  @Test
  void itIsNotReadOutOfItsBounds() {
    try (MemoryBlock block = Binding.of(tour).allocate(16)) {
      Pointer at = block.pointer();
      outside(at + ": 4 bytes at 13 are out of bounds: it has 16", () -> at.readInt(13));
      outside(at + ": 1 bytes at -1 are out of bounds: it has 16", () -> at.readByte(-1));
      outside(at + ": 16 bytes at 1 are out of bounds: it has 16", () -> at.read(1, Point.class));
      at.write(0, "0123456789abcdef".getBytes(UTF_8));
      outside(at + ": string at 4 has no NUL", () -> at.readString(4));
    }
  }

  @Test
  void itIsNotWrittenOutOfItsBounds() {
    try (MemoryBlock block = Binding.of(tour).allocate(16)) {
      Pointer at = block.pointer();
      outside(at + ": 17 bytes at 0 are out of bounds: it has 16", () -> at.write(0, new byte[17]));
      outside(
          at + ": 5 bytes at 12 are out of bounds: it has 16", () -> at.writeString(12, "four"));
      outside(at + ": 8 bytes at 9 are out of bounds: it has 16", () -> at.writeDouble(9, 1));
    }
  }

  @Test
  void aPartOfABlockHasBoundsOfItsOwn() {
    try (MemoryBlock block = Binding.of(tour).allocate(16)) {
      Pointer half = block.pointer().plus(8);
      Pointer quarter = block.pointer().sized(4);
      outside(half + ": 8 bytes at 1 are out of bounds: it has 8", () -> half.readLong(1));
      outside(quarter + ": 8 bytes at 0 are out of bounds: it has 4", () -> quarter.readLong(0));
    }
  }

  @Test
  void itIsNotReadBehindTheMemory() {
    Pointer last = Binding.of(tour).pointer(-4);
    assertEquals("libtour.so: pointer 0xfffffffc", last.toString());
    long left = memorySize() - 0xffff_fffcL;
    outside(
        "libtour.so: pointer 0xfffffffc: 4 bytes at 0 are out of bounds: memory ends after " + left,
        () -> last.readInt(0));
    outside(
        "libtour.so: pointer 0xfffffffc: 1 bytes at 4 are out of bounds: addresses have 32 bits",
        () -> last.readByte(4));
    refused(
        IllegalArgumentException.class,
        "libtour.so: no pointer has address 0",
        () -> Binding.of(tour).pointer(0));
  }

  @Test
  void whereCFollowsItOutOfTheMemoryItTraps() {
    Pointer behind = Binding.of(tour).pointer((int) memorySize());
    String size = "0x" + Long.toHexString(memorySize());
    assertTraps(
        "out of bounds memory: out of bounds memory access: 1 bytes at address "
            + size
            + ", memory has "
            + size
            + " bytes",
        () -> tour.read(behind));
  }

  @Test
  void aCallbackThatWasClosedTrapsWhereCHasKeptIt() {
    Callback<Binary> callback = Binding.of(tour).callback(Binary.class, Integer::sum);
    tour.keep(callback);
    assertEquals(5, tour.callKept(2, 3));
    callback.close();
    assertTraps(
        "unreachable: libtour.so: function pointer " + callback.slot() + ": Binary was released",
        () -> tour.callKept(2, 3));
  }

  @Test
  void aStringWithNulInsideIsNotWritten() {
    try (MemoryBlock block = Binding.of(tour).allocate(16)) {
      Pointer at = block.pointer();
      refused(
          IllegalArgumentException.class,
          at + ": string has a NUL inside, at 1",
          () -> at.writeString(0, "a\0b"));
    }
  }

  private static long memorySize() {
    return 65536L * Binding.of(tour).program().linkMap().memoryPages();
  }

  private static void assertTraps(String summary, Executable call) {
    assertEquals(summary, assertThrows(TrapException.class, call).summary());
    assertGoesOn();
  }

  private static void outside(String message, Executable call) {
    refused(IndexOutOfBoundsException.class, message, call);
  }

  private static void refused(Class<? extends Exception> kind, String message, Executable call) {
    assertEquals(message, assertThrows(kind, call).getMessage());
    assertGoesOn();
  }

  private static void assertGoesOn() {
    assertEquals(5, tour.add(2, 3));
    assertEquals(4, tour.length("four"));
  }
}
