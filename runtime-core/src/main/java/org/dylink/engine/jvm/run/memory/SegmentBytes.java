package org.dylink.engine.jvm.run.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FieldType;
import org.dylink.format.Vector;

/** Numbers in a data segment, one behind the other, as elements of arrays. */
public final class SegmentBytes {
  private final ByteBuffer bytes;

  /** Reads a range, which was checked. */
  public SegmentBytes(DataSegments segments, int segment, int from, int size) {
    byte[] copy = new byte[size];
    segments.copy(segment, from, copy, 0, size);
    this.bytes = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Checks a range of a segment.
   *
   * @throws TrapException if it is not in the segment
   */
  public static void check(DataSegments segments, int segment, int from, long size) {
    long end = Integer.toUnsignedLong(from) + size;
    if (end > segments.size(segment)) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_MEMORY,
          "out of bounds memory access: data up to "
              + end
              + ", the segment has "
              + segments.size(segment));
    }
  }

  /** The next, as the seam has values. */
  public Object next(FieldType type) {
    if (type.isPacked()) {
      return type.packedBytes() == 1 ? (int) bytes.get() : (int) bytes.getShort();
    }
    return switch (type.value().kind()) {
      case I32 -> bytes.getInt();
      case I64 -> bytes.getLong();
      case F32 -> bytes.getFloat();
      case F64 -> bytes.getDouble();
      default -> Vector.of(bytes.getLong(), bytes.getLong());
    };
  }
}
