package org.dylink.binding.marshal;

import org.dylink.engine.Memory;

/**
 * Makes the scalar of a struct that C passes as one, and the struct of a scalar: by way of a few
 * bytes of C's stack, so that a component is the same bits here as in any other struct.
 */
final class ScalarStruct {
  private final StructCodec codec;
  private final boolean isTruth;

  /**
   * @param shape has one scalar
   */
  ScalarStruct(StructCodec codec, StructShape shape) {
    this.codec = codec;
    this.isTruth = shape.scalar() == boolean.class;
  }

  /**
   * The bits of the scalar, and zeroes above them.
   *
   * @param strings for those that are pointers; null where nobody would free them
   */
  long bits(Scratch scratch, Record value, Scratch strings) {
    Memory memory = scratch.memory();
    int address = scratch.take(size());
    codec.write(memory, address, value, strings);
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
  Record read(Scratch scratch, long bits) {
    Memory memory = scratch.memory();
    int address = scratch.take(size());
    switch (size()) {
      case Byte.BYTES -> memory.writeByte(address, (byte) (isTruth ? bits & 1 : bits));
      case Short.BYTES -> memory.writeShort(address, (short) bits);
      case Integer.BYTES -> memory.writeInt(address, (int) bits);
      default -> memory.writeLong(address, bits);
    }
    return codec.read(memory, address);
  }

  private int size() {
    return codec.layout().size();
  }
}
