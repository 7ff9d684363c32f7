package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.Scratch;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.StructShape;
import org.dylink.engine.Memory;

/**
 * Makes the scalar of a struct that C passes as one, and the struct of a scalar: by way of a few
 * bytes of C's stack, so that a component is the same bits here as in any other struct.
 */
final class ScalarStruct {
  private final StructCodec codec;
  private final boolean isTruth;

  /**
   * @param codec of a record with one scalar
   */
  ScalarStruct(StructCodec codec) {
    this.codec = codec;
    this.isTruth = StructShape.of(codec.layout()).scalar() == boolean.class;
  }

  /**
   * The bits of the scalar, and zeroes above them.
   *
   * @param strings for those that are pointers; null where nobody would free them
   */
  long bits(CallingThread thread, Record value, Scratch strings) {
    Memory memory = thread.memory();
    int address = thread.scratch().take(size());
    codec.write(thread.library(), address, value, strings);
    return switch (size()) {
      case Byte.BYTES -> memory.readByte(address) & 0xffL;
      case Short.BYTES -> memory.readShort(address) & 0xffffL;
      case Integer.BYTES -> Integer.toUnsignedLong(memory.readInt(address));
      default -> memory.readLong(address);
    };
  }

  /**
   * The struct.
   *
   * @param bits what is above those of the scalar says nothing: clang does not clear it
   */
  Record read(CallingThread thread, long bits) {
    Memory memory = thread.memory();
    int address = thread.scratch().take(size());
    switch (size()) {
      case Byte.BYTES -> memory.writeByte(address, (byte) (isTruth ? bits & 1 : bits));
      case Short.BYTES -> memory.writeShort(address, (short) bits);
      case Integer.BYTES -> memory.writeInt(address, (int) bits);
      default -> memory.writeLong(address, bits);
    }
    return codec.read(thread.library(), address);
  }

  private int size() {
    return codec.layout().size();
  }
}
