package org.dylink.binding.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.binding.Binding;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.binding.StructLayout;
import org.dylink.binding.contract.Tour.Named;
import org.dylink.binding.contract.Tour.Point;
import org.junit.jupiter.api.Test;

/** What can be passed to C and back. */
public abstract class TypesContract extends TourContract {

  @Test
  void numbers() {
    assertEquals(5, tour.add(2, 3));
    assertEquals(1L << 40, tour.add((1L << 40) - 1, 1L));
    assertEquals(1.25f, tour.half(2.5f));
    assertEquals(-7.5, tour.scale(2.5, -3));
    assertTrue(tour.negate(false));
    assertFalse(tour.negate(true));
  }

  @Test
  void resultsAreNarrowedToTheirType() {
    assertEquals(-1, tour.narrow(255));
    assertEquals('\uffff', tour.wide(-1));
  }

  @Test
  void stringsAreUtf8() {
    assertEquals(7, tour.length("Grüße"));
    assertEquals(0, tour.length(""));
    assertEquals(100_000, tour.length("x".repeat(100_000)));
    assertEquals(-1, tour.length(null));
    assertEquals("Grüße", tour.greeting(1));
    assertEquals("", tour.greeting(2));
    assertNull(tour.greeting(3));
  }

  @Test
  void bytesGoIn() {
    byte[] bytes = {1, 2, (byte) 0xff};

    assertEquals(258, tour.sum(bytes, 3));
    assertEquals(3, tour.sum(bytes, 2));
  }

  @Test
  void bytesComeOut() {
    byte[] bytes = {9, 9, 9, 9};

    tour.fill(bytes, 2, 5);

    assertArrayEquals(new byte[] {5, 5, 0, 0}, bytes);
  }

  @Test
  void buffersArePassedFromPositionToLimit() {
    for (ByteBuffer buffer :
        new ByteBuffer[] {ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8)}) {
      buffer.put(new byte[] {9, 1, 2, 3, 9, 9, 9, 9}).position(1).limit(4);

      assertEquals(6, tour.sum(buffer, 3));
      tour.fill(buffer, 2, 7);

      assertEquals(1, buffer.position());
      assertEquals(4, buffer.limit());
      byte[] all = new byte[8];
      buffer.clear().get(all);
      assertArrayEquals(new byte[] {9, 7, 7, 0, 9, 9, 9, 9}, all);
    }
  }

  @Test
  void arraysOfNumbers() {
    int[] ints = {1, -2, 3};
    tour.twice(ints, 3);
    long[] longs = new long[2];
    tour.widen(new short[] {-5, 7}, longs, 2);

    assertArrayEquals(new int[] {2, -4, 6}, ints);
    assertEquals(2.5, tour.mean(new double[] {1, 2, 3, 4}, 4));
    assertArrayEquals(new long[] {-5, 7}, longs);
  }

  @Test
  void largeArraysLieOnTheHeap() {
    byte[] bytes = new byte[1 << 20];
    Arrays.fill(bytes, (byte) 3);

    assertEquals(3 << 20, tour.sum(bytes, bytes.length));
  }

  @Test
  void structs() {
    assertEquals(3.5, tour.sum(new Point(3, 0.5)));
    assertEquals(new Point(2, 1.0), tour.swapped(new Point(1, 2.0)));
    Point[] points = {new Point(1, 1), new Point(2, 2)};
    tour.shift(points, 2, 10);
    assertArrayEquals(new Point[] {new Point(11, -9), new Point(12, -8)}, points);
  }

  @Test
  void structsWithStringsArraysAndStructsInside() {
    short[] tail = {1, 2, 3};
    Named named = new Named("seven77", true, new Point(1, 2), "a note", tail);

    Named answer = tour.describe(named);

    assertEquals(tour.namedSize(), StructLayout.of(Named.class).size());
    assertEquals(6, tour.noteLength(named));
    assertEquals("seven77", answer.name());
    assertTrue(answer.flag());
    assertEquals(new Point(2, 2), answer.at());
    assertEquals("noted", answer.note());
    assertArrayEquals(new short[] {-1, -2, -3}, answer.tail());
  }

  @Test
  void nullStringsInStructsAreNullPointers() {
    assertNull(tour.describe(new Named("", false, new Point(0, 0), null, new short[3])).note());
  }

  @Test
  void variadicArgumentsArePromoted() {
    byte[] out = new byte[100];
    Object[] rest = {1, 1L << 40, 'x', 2.5f, 0.125, "text", (short) -3, true};

    int length = tour.format(out, out.length, "%d %lld %c %g %g %s %d %d", rest);

    String text = new String(out, 0, length, StandardCharsets.UTF_8);
    assertEquals("1 1099511627776 x 2.5 0.125 text -3 1", text);
    assertEquals(4, tour.format(out, out.length, "none"));
  }

  @Test
  void variadicArgumentsMayBePointersAndNull() {
    byte[] out = new byte[100];
    try (MemoryBlock block = Binding.of(tour).allocate(8)) {
      block.pointer().writeString(0, "block");

      int length = tour.format(out, out.length, "%s %s", block.pointer(), null);

      assertEquals("block (null)", new String(out, 0, length, StandardCharsets.UTF_8));
    }
  }

  @Test
  void pointersAreReadAndWritten() {
    Pointer third = tour.numberAt(2);

    assertEquals(30, third.readInt(0));
    assertEquals(40, third.readInt(4));
    assertEquals(Binding.of(tour).symbol("numbers").orElseThrow().plus(8), third);
    assertNull(tour.numberAt(4));
  }

  @Test
  void blocksHoldAllTypes() {
    try (MemoryBlock block = Binding.of(tour).allocate(64)) {
      Pointer at = block.pointer();
      assertEquals(64, at.size());
      assertEquals(0, at.readLong(56));
      at.writeByte(0, (byte) -1);
      at.writeShort(2, (short) -2);
      at.writeInt(4, -3);
      at.writeLong(8, -4);
      at.writeFloat(16, 0.5f);
      at.writeDouble(24, 0.25);
      at.writePointer(32, at.plus(4));
      at.writeString(40, "ü");
      assertEquals(-1, at.readByte(0));
      assertEquals(-2, at.readShort(2));
      assertEquals(-3, at.readPointer(32).readInt(0));
      assertEquals(-4, at.readLong(8));
      assertEquals(0.5f, at.readFloat(16));
      assertEquals(0.25, at.readDouble(24));
      assertEquals("ü", at.readString(40));
      assertEquals(-1, tour.read(at) | ~0xff);
      at.write(48, new Point(1, 0.5));
      assertEquals(1.5, tour.sum(at.plus(48)));
      assertEquals(new Point(1, 0.5), at.read(48, Point.class));
      at.writePointer(32, null);
      assertNull(at.readPointer(32));
    }
  }
}
