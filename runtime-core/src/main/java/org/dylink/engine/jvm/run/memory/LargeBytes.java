package org.dylink.engine.jvm.run.memory;

import java.util.Objects;

/**
 * Plain accesses of a {@link LargeMemory}, at addresses that are checked: by the address itself
 * where the JVM lets that be, else in a segment, else, before there were segments, in a buffer of
 * up to 2 GiB.
 */
final class LargeBytes {
  private LargeBytes() {}

  /**
   * The sum of address and offset, both unsigned.
   *
   * @param end one past the last good one
   */
  static long at(int address, int offset, long end) {
    return Objects.checkIndex(
        Integer.toUnsignedLong(address) + Integer.toUnsignedLong(offset), end);
  }

  /** The same; no good address has the highest bit set, and neither has a part of its sum. */
  static long at(long address, long offset, long end) {
    long sum = address + offset;
    if ((address | offset | sum) < 0) {
      throw MemoryBounds.outOfBounds(address, offset);
    }
    return Objects.checkIndex(sum, end);
  }

  static byte getByte(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getByte(view, at);
    }
    return Segments.ARE_THERE ? Segments.getByte(view.segment, at) : view.buffer.get((int) at);
  }

  static void setByte(MemoryView view, long at, byte value) {
    if (RawAccess.IS_USED) {
      RawAccess.setByte(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setByte(view.segment, at, value);
    } else {
      view.buffer.put((int) at, value);
    }
  }

  static short getShort(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getShort(view, at);
    }
    return Segments.ARE_THERE
        ? Segments.getShort(view.segment, at)
        : view.buffer.getShort((int) at);
  }

  static void setShort(MemoryView view, long at, short value) {
    if (RawAccess.IS_USED) {
      RawAccess.setShort(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setShort(view.segment, at, value);
    } else {
      view.buffer.putShort((int) at, value);
    }
  }

  static int getInt(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getInt(view, at);
    }
    return Segments.ARE_THERE ? Segments.getInt(view.segment, at) : view.buffer.getInt((int) at);
  }

  static void setInt(MemoryView view, long at, int value) {
    if (RawAccess.IS_USED) {
      RawAccess.setInt(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setInt(view.segment, at, value);
    } else {
      view.buffer.putInt((int) at, value);
    }
  }

  static long getLong(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getLong(view, at);
    }
    return Segments.ARE_THERE ? Segments.getLong(view.segment, at) : view.buffer.getLong((int) at);
  }

  static void setLong(MemoryView view, long at, long value) {
    if (RawAccess.IS_USED) {
      RawAccess.setLong(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setLong(view.segment, at, value);
    } else {
      view.buffer.putLong((int) at, value);
    }
  }

  static float getFloat(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getFloat(view, at);
    }
    return Segments.ARE_THERE
        ? Segments.getFloat(view.segment, at)
        : view.buffer.getFloat((int) at);
  }

  static void setFloat(MemoryView view, long at, float value) {
    if (RawAccess.IS_USED) {
      RawAccess.setFloat(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setFloat(view.segment, at, value);
    } else {
      view.buffer.putFloat((int) at, value);
    }
  }

  static double getDouble(MemoryView view, long at) {
    if (RawAccess.IS_USED) {
      return RawAccess.getDouble(view, at);
    }
    return Segments.ARE_THERE
        ? Segments.getDouble(view.segment, at)
        : view.buffer.getDouble((int) at);
  }

  static void setDouble(MemoryView view, long at, double value) {
    if (RawAccess.IS_USED) {
      RawAccess.setDouble(view, at, value);
    } else if (Segments.ARE_THERE) {
      Segments.setDouble(view.segment, at, value);
    } else {
      view.buffer.putDouble((int) at, value);
    }
  }
}
