package org.dylink.engine.jvm.run.memory;

import java.nio.ByteBuffer;

/**
 * A memory as the instructions of one instance see it: the array and the size, kept where code
 * reaches them by one load each. An instance's state is the view of its memory 0. Fields are read
 * by generated code, in every position that costs, hence no accessors.
 */
public class MemoryView {
  /** A private memory's bytes, as many as it has room for; changes when the memory grows. */
  public byte[] bytes = {};

  /** The memory's size in bytes: no access may reach past it. */
  public int limit;

  /** A shared memory's bytes, all that it may ever have; the same object for all who use it. */
  public ByteBuffer buffer;

  /** Where the buffer or segment begins, if {@link RawAccess} is used. */
  long base;

  /** The size in bytes of a memory that may be of any size. */
  long size;

  /** The bytes of such a memory, where there are segments; the same object for all who use it. */
  Object segment;

  /** The memory, or null. */
  public LinearMemory memory;

  /** The data segments that code may copy, or null before there are any. */
  DataSegments data;

  /** Uses a memory, also after it has grown. */
  public final void setMemory(LinearMemory used) {
    memory = used;
    used.attach(this);
  }

  /** Makes the module's data segments known. */
  public final void setData(DataSegments segments) {
    data = segments;
  }

  /** The data segments and which of them are dropped; null before initialization. */
  public final DataSegments data() {
    return data;
  }
}
