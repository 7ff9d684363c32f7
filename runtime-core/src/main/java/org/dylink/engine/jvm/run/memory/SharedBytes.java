package org.dylink.engine.jvm.run.memory;

/**
 * Plain accesses of a shared memory, at addresses that are checked. HotSpot takes each for one
 * instruction of the machine where {@link RawAccess} is used; else it inlines the buffer's methods,
 * which is as fast in small functions, and slower in large ones, where it stops inlining sooner.
 */
final class SharedBytes {
  private SharedBytes() {}

  static byte getByte(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getByte(view, at) : view.buffer.get(at);
  }

  static void setByte(MemoryView view, int at, byte value) {
    if (RawAccess.IS_USED) {
      RawAccess.setByte(view, at, value);
    } else {
      view.buffer.put(at, value);
    }
  }

  static short getShort(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getShort(view, at) : view.buffer.getShort(at);
  }

  static void setShort(MemoryView view, int at, short value) {
    if (RawAccess.IS_USED) {
      RawAccess.setShort(view, at, value);
    } else {
      view.buffer.putShort(at, value);
    }
  }

  static int getInt(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getInt(view, at) : view.buffer.getInt(at);
  }

  static void setInt(MemoryView view, int at, int value) {
    if (RawAccess.IS_USED) {
      RawAccess.setInt(view, at, value);
    } else {
      view.buffer.putInt(at, value);
    }
  }

  static long getLong(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getLong(view, at) : view.buffer.getLong(at);
  }

  static void setLong(MemoryView view, int at, long value) {
    if (RawAccess.IS_USED) {
      RawAccess.setLong(view, at, value);
    } else {
      view.buffer.putLong(at, value);
    }
  }

  static float getFloat(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getFloat(view, at) : view.buffer.getFloat(at);
  }

  static void setFloat(MemoryView view, int at, float value) {
    if (RawAccess.IS_USED) {
      RawAccess.setFloat(view, at, value);
    } else {
      view.buffer.putFloat(at, value);
    }
  }

  static double getDouble(MemoryView view, int at) {
    return RawAccess.IS_USED ? RawAccess.getDouble(view, at) : view.buffer.getDouble(at);
  }

  static void setDouble(MemoryView view, int at, double value) {
    if (RawAccess.IS_USED) {
      RawAccess.setDouble(view, at, value);
    } else {
      view.buffer.putDouble(at, value);
    }
  }
}
