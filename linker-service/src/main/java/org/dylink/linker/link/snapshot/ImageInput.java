package org.dylink.linker.link.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.format.Vector;
import org.dylink.linker.DataRegion;
import org.dylink.linker.TableRegion;

/** Reads the parts of an image, whose bytes may be anything. */
final class ImageInput {
  private final ByteBuffer bytes;

  ImageInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Reads one of several things. */
  @FunctionalInterface
  interface Part<T> {
    T read() throws UnfitImageException;
  }

  private static UnfitImageException damaged() {
    return new UnfitImageException("it is damaged");
  }

  private <T> T whole(java.util.function.Supplier<T> read) throws UnfitImageException {
    try {
      return read.get();
    } catch (BufferUnderflowException e) {
      throw damaged();
    }
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  byte tag() throws UnfitImageException {
    return whole(bytes::get);
  }

  boolean flag() throws UnfitImageException {
    return tag() != 0;
  }

  int number() throws UnfitImageException {
    return whole(bytes::getInt);
  }

  long large() throws UnfitImageException {
    return whole(bytes::getLong);
  }

  /** How many of something follow: each of them takes a byte at least. */
  private int count() throws UnfitImageException {
    int count = number();
    if (count < 0 || count > bytes.remaining()) {
      throw damaged();
    }
    return count;
  }

  byte[] block() throws UnfitImageException {
    byte[] block = new byte[count()];
    bytes.get(block);
    return block;
  }

  String text() throws UnfitImageException {
    return new String(block(), StandardCharsets.UTF_8);
  }

  <T> List<T> list(Part<T> part) throws UnfitImageException {
    int count = count();
    List<T> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(part.read());
    }
    return all;
  }

  DataRegion data() throws UnfitImageException {
    return new DataRegion(large(), large());
  }

  TableRegion slots() throws UnfitImageException {
    return new TableRegion(large(), large());
  }

  SlotState slot() throws UnfitImageException {
    return new SlotState(number(), number(), number(), flag());
  }

  /** A global's value. */
  Object value() throws UnfitImageException {
    return switch (tag()) {
      case ImageOutput.NULL -> null;
      case ImageOutput.INT -> number();
      case ImageOutput.LONG -> large();
      case ImageOutput.FLOAT -> Float.intBitsToFloat(number());
      case ImageOutput.DOUBLE -> Double.longBitsToDouble(large());
      case ImageOutput.VECTOR -> Vector.of(large(), large());
      default -> throw damaged();
    };
  }
}
