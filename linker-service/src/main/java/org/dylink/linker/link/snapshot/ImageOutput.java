package org.dylink.linker.link.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Writes one of several things. */
  @FunctionalInterface
  interface Part<T> {
    void write(T part) throws IOException;
  }

  byte[] written() {
    return bytes.toByteArray();
  }

  void flag(boolean flag) throws IOException {
    out.writeBoolean(flag);
  }

  void number(int number) throws IOException {
    out.writeInt(number);
  }

  void large(long number) throws IOException {
    out.writeLong(number);
  }

  void block(byte[] block) throws IOException {
    number(block.length);
    out.write(block);
  }

  void text(String text) throws IOException {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  <T> void list(Collection<T> all, Part<T> part) throws IOException {
    number(all.size());
    for (T each : all) {
      part.write(each);
    }
  }

  void data(DataRegion region) throws IOException {
    large(region.address());
    large(region.size());
  }

  void slots(TableRegion region) throws IOException {
    large(region.first());
    large(region.size());
  }

  void slot(SlotState slot) throws IOException {
    number(slot.slot());
    number(slot.place());
    number(slot.function());
    flag(slot.isAddress());
  }

  /** A global's value. */
  void value(Object value) throws IOException {
    if (value instanceof Integer number) {
      out.writeByte(INT);
      number(number);
    } else if (value instanceof Long number) {
      out.writeByte(LONG);
      large(number);
    } else if (value instanceof Float number) {
      out.writeByte(FLOAT);
      number(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      out.writeByte(DOUBLE);
      large(Double.doubleToRawLongBits(number));
    } else if (value instanceof Vector vector) {
      out.writeByte(VECTOR);
      large(vector.low());
      large(vector.high());
    } else {
      out.writeByte(NULL);
    }
  }
}
