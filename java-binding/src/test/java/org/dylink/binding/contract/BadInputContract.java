package org.dylink.binding.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.MemoryBlock;
import org.dylink.binding.Pointer;
import org.dylink.binding.contract.Tour.Binary;
import org.dylink.binding.contract.Tour.Named;
import org.dylink.binding.contract.Tour.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What Java must not pass: each has its message, and the library goes on. */
public abstract class BadInputContract extends TourContract {

  @Test
  void nullIsRefusedUnlessItIsAllowed() {
    refused(
        NullPointerException.class,
        "libtour.so: sum: parameter 0 (byte[]) is null: @OrNull would allow it",
        () -> tour.sum((byte[]) null, 0));
    refused(
        NullPointerException.class,
        "libtour.so: keep: parameter 0 (Callback) is null: @OrNull would allow it",
        () -> tour.keep(null));
    refused(
        NullPointerException.class,
        "libtour.so: fill: parameter 0 (ByteBuffer) is null: @OrNull would allow it",
        () -> tour.fill((ByteBuffer) null, 0, 0));
    refused(
        NullPointerException.class,
        "libtour.so: format: parameter 2 (String) is null: @OrNull would allow it",
        () -> tour.format(new byte[9], 9, null));
    refused(
        NullPointerException.class,
        "libtour.so: sum: parameter 0 (Point) is null: @OrNull would allow it",
        () -> tour.sum((Point) null));
    refused(
        NullPointerException.class,
        "libtour.so: sum: parameter 0 (Pointer) is null: @OrNull would allow it",
        () -> tour.sum((Pointer) null));
    refused(
        NullPointerException.class,
        "libtour.so: deep: parameter 1 (Binary) is null: @OrNull would allow it",
        () -> tour.deep(1, null));
  }

  @Test
  void anArrayThatIsTooSmallIsRefusedBeforeCRunsPastIt() {
    refused(
        IllegalArgumentException.class,
        "libtour.so: sum: parameter 0 (byte[]) has 3 elements, C is told 4",
        () -> tour.sum(new byte[3], 4));
    refused(
        IllegalArgumentException.class,
        "libtour.so: fill: parameter 0 (byte[]) has 3 elements, C is told -1",
        () -> tour.fill(new byte[3], -1, 0));
    refused(
        IllegalArgumentException.class,
        "libtour.so: shift: parameter 0 (Point[]) has 1 elements, C is told 2",
        () -> tour.shift(new Point[1], 2, 0));
  }

  @Test
  void aBufferCountsFromItsPositionToItsLimit() {
    refused(
        IllegalArgumentException.class,
        "libtour.so: sum: parameter 0 (ByteBuffer) has 3 elements, C is told 4",
        () -> tour.sum(ByteBuffer.allocate(8).position(2).limit(5), 4));
    refused(
        IllegalArgumentException.class,
        "libtour.so: fill: parameter 0 (ByteBuffer) has 8 elements, C is told 9",
        () -> tour.fill(ByteBuffer.allocateDirect(8), 9, 0));
  }

  @Test
  void aStringWithNulInsideIsRefused() {
    refused(
        IllegalArgumentException.class,
        "libtour.so: length: parameter 0 (String) has a NUL inside, at 2",
        () -> tour.length("ab\0c"));
    refused(
        IllegalArgumentException.class,
        "libtour.so: format: parameter 3 (Object[]) has a NUL inside, at 1",
        () -> tour.format(new byte[9], 9, "%s", "a\0"));
    refused(
        IllegalArgumentException.class,
        "Named.note has a NUL inside, at 0",
        () -> tour.noteLength(named("name", "\0")));
  }

  @Test
  void aReadOnlyBufferIsNotWritten() {
    refused(
        IllegalArgumentException.class,
        "libtour.so: fill: parameter 0 (ByteBuffer) is read-only: @In would allow it",
        () -> tour.fill(ByteBuffer.allocate(4).asReadOnlyBuffer(), 4, 0));
  }

  @Test
  void whatDoesNotFitIntoAStructIsRefused() {
    refused(
        IllegalArgumentException.class,
        "Named.name has 8 bytes and a NUL, its @Length is 8",
        () -> tour.describe(named("eightchr", null)));
    refused(
        IllegalArgumentException.class,
        "Named.tail has 4 elements, its @Length is 3",
        () -> tour.describe(new Named("", false, new Point(0, 0), null, new short[] {1, 2, 3, 4})));
    refused(
        NullPointerException.class,
        "Named.at is null, and no pointer",
        () -> tour.describe(new Named("", false, null, null, new short[3])));
    refused(
        IllegalArgumentException.class,
        "libtour.so: shift: parameter 0 (Point[]) has null at 1",
        () -> tour.shift(new Point[] {new Point(0, 0), null}, 2, 0));
  }

  @Test
  void aStringThatNobodyWouldFreeIsNotWritten() {
    try (MemoryBlock block = Binding.of(tour).allocate(tour.namedSize())) {
      refused(
          IllegalArgumentException.class,
          "Named.note is a string that nobody would free: write a Pointer to a block",
          () -> block.pointer().write(0, named("name", "note")));
    }
  }

  @Test
  void pointersAndCallbacksStayInTheirProgram() throws Exception {
    try (Tour other = bind()) {
      refused(
          IllegalArgumentException.class,
          "libtour.so: sum: parameter 0 (Pointer) points into the memory of another program",
          () -> tour.sum(other.numberAt(0)));
      Pointer here = tour.numberAt(0);
      Pointer there = other.numberAt(0);
      refused(
          IllegalArgumentException.class,
          "libtour.so: " + there + " points into the memory of another program",
          () -> here.writePointer(0, there));
      Callback<Binary> callback = Binding.of(other).callback(Binary.class, Integer::sum);
      refused(
          IllegalArgumentException.class,
          "libtour.so: keep: parameter 0 (Callback) is a function pointer of another program",
          () -> tour.keep(callback));
      callback.close();
      refused(
          IllegalArgumentException.class,
          "libtour.so: keep: parameter 0 (Callback) is a callback that was closed",
          () -> other.keep(callback));
    }
  }

  @Test
  void variadicArgumentsAreOfTypesThatCHas() {
    refused(
        IllegalArgumentException.class,
        "libtour.so: format: parameter 3 (Object[]) has a java.util.ImmutableCollections$ListN:"
            + " C takes numbers, records, Callback, Pointer, String",
        () -> tour.format(new byte[9], 9, "%s", List.of()));
  }

  @Test
  void nothingIsDoneAfterClose() throws Exception {
    Tour closed = bind();
    Binding binding = Binding.of(closed);
    Pointer pointer = closed.numberAt(0);
    MemoryBlock block = binding.allocate(8);
    Callback<Binary> callback = binding.callback(Binary.class, Integer::sum);
    String message = "libtour.so: program " + binding.program().id() + " is closed";

    closed.close();
    closed.close();

    refused(IllegalStateException.class, message, () -> closed.add(1, 2));
    refused(IllegalStateException.class, message, () -> closed.length("text"));
    refused(IllegalStateException.class, message, () -> closed.sum(new byte[1], 1));
    refused(IllegalStateException.class, message, () -> closed.apply(Integer::sum, 1, 2));
    refused(IllegalStateException.class, message, () -> pointer.readInt(0));
    refused(IllegalStateException.class, message, () -> pointer.writeString(0, "text"));
    refused(IllegalStateException.class, message, () -> binding.allocate(8));
    refused(
        IllegalStateException.class, message, () -> binding.callback(Binary.class, Integer::sum));
    block.close();
    callback.close();
  }

  @Test
  void anotherObjectIsNotBound() {
    refused(
        IllegalArgumentException.class, "not bound to a library: text", () -> Binding.of("text"));
  }

  private static Named named(String name, String note) {
    return new Named(name, false, new Point(0, 0), note, new short[3]);
  }

  private void refused(Class<? extends Exception> kind, String message, Executable call) {
    assertEquals(message, assertThrows(kind, call).getMessage());
    assertEquals(5, tour.add(2, 3));
    assertEquals(4, tour.length("four"));
  }
}
