package org.dylink.linker.link.snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.dylink.format.Vector;
import org.dylink.linker.DataRegion;
import org.dylink.linker.TableRegion;

/** Writes the parts of an image; {@link ImageInput} reads them. */
final class ImageOutput {
  static final byte NULL = 0;
  static final byte INT = 1;
  static final byte LONG = 2;
  static final byte FLOAT = 3;
  static final byte DOUBLE = 4;
  static final byte VECTOR = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes one of several things. */
  @FunctionalInterface
  interface Part<T> {
    void write(T part);
  }

  byte[] written() {
    return bytes.toByteArray();
  }

  private void tag(byte tag) {
    bytes.write(tag);
  }

  void flag(boolean flag) {
    tag((byte) (flag ? 1 : 0));
  }

  void number(int number) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  void large(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /** Bytes whose number somebody else has told. */
  void raw(byte[] more) {
    bytes.writeBytes(more);
  }

  void block(byte[] block) {
    number(block.length);
    bytes.writeBytes(block);
  }

  void text(String text) {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  <T> void list(Collection<T> all, Part<T> part) {
    number(all.size());
    for (T each : all) {
      part.write(each);
    }
  }

  void data(DataRegion region) {
    large(region.address());
    large(region.size());
  }

  void slots(TableRegion region) {
    large(region.first());
    large(region.size());
  }

  void slot(SlotState slot) {
    number(slot.slot());
    number(slot.place());
    number(slot.function());
    flag(slot.isAddress());
  }

  /** A global's value. */
  void value(Object value) {
    if (value instanceof Integer number) {
      tag(INT);
      number(number);
    } else if (value instanceof Long number) {
      tag(LONG);
      large(number);
    } else if (value instanceof Float number) {
      tag(FLOAT);
      number(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      tag(DOUBLE);
      large(Double.doubleToRawLongBits(number));
    } else if (value instanceof Vector vector) {
      tag(VECTOR);
      large(vector.low());
      large(vector.high());
    } else {
      tag(NULL);
    }
  }
}
