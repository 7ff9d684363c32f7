package org.dylink.binding.memory;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.binding.Pointer;
import org.dylink.binding.StructLayout;
import org.dylink.binding.shape.RecordShape;
import org.dylink.engine.Memory;

/** Reads and writes one component of a record. */
final class FieldCodec {
  private final StructLayout.Field field;
  private final String place;
  private final StructCodec inner; // of a record in the record; null for all others

  private FieldCodec(StructLayout.Field field, String place, StructCodec inner) {
    this.field = field;
    this.place = place;
    this.inner = inner;
  }

  static FieldCodec of(StructLayout.Field field, Class<?> owner) {
    StructCodec inner =
        field.type().isRecord()
            ? new StructCodec(RecordShape.of(field.type().asSubclass(Record.class)))
            : null;
    return new FieldCodec(field, owner.getSimpleName() + "." + field.name(), inner);
  }

  Object read(GuestAddresses addresses, int struct) {
    Memory memory = addresses.memory();
    int at = struct + field.offset();
    Class<?> type = field.type();
    if (type.isPrimitive()) {
      return readNumber(memory, at, type);
    } else if (type == Pointer.class) {
      return addresses.pointerOrNull(memory.readInt(at));
    } else if (type == String.class) {
      return field.length() > 0
          ? readInline(memory, at)
          : addresses.stringOrNull(memory.readInt(at));
    } else if (inner != null) {
      return inner.read(addresses, at);
    }
    Object array = Array.newInstance(type.getComponentType(), field.length());
    NumberArrays.read(memory, at, array);
    return array;
  }

  void write(GuestAddresses addresses, int struct, Object value, Scratch strings) {
    Memory memory = addresses.memory();
    int at = struct + field.offset();
    if (field.type().isPrimitive()) {
      writeNumber(memory, at, value);
    } else if (value == null) {
      writeNull();
    } else if (value instanceof Pointer pointer) {
      memory.writeInt(at, addresses.addressOf(pointer));
    } else if (value instanceof String text) {
      writeString(memory, at, text, strings);
    } else if (inner != null) {
      inner.write(addresses, at, (Record) value, strings);
    } else if (Array.getLength(value) > field.length()) {
      throw refuse("has " + Array.getLength(value) + " elements, its @Length is " + field.length());
    } else {
      NumberArrays.write(memory, at, value);
    }
  }

  // The struct is all zeroes before: a null pointer is there already.
  private void writeNull() {
    boolean isPointer =
        field.length() == 0 && (field.type() == Pointer.class || field.type() == String.class);
    if (!isPointer) {
      throw new NullPointerException(place + " is null, and no pointer");
    }
  }

  private void writeString(Memory memory, int at, String text, Scratch strings) {
    byte[] bytes = Text.bytes(text);
    if (bytes == null) {
      throw refuse("has a NUL inside, at " + text.indexOf(0));
    } else if (field.length() > 0) {
      if (bytes.length >= field.length()) {
        String size = bytes.length + " bytes and a NUL";
        throw refuse("has " + size + ", its @Length is " + field.length());
      }
      Text.write(memory, at, bytes);
    } else if (strings == null) {
      throw refuse("is a string that nobody would free: write a Pointer to a block");
    } else {
      int address = strings.take(bytes.length + 1);
      Text.write(memory, address, bytes);
      memory.writeInt(at, address);
    }
  }

  private String readInline(Memory memory, int at) {
    byte[] bytes = new byte[field.length()];
    memory.read(at, bytes, 0, bytes.length);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
  }

  private IllegalArgumentException refuse(String detail) {
    return new IllegalArgumentException(place + " " + detail);
  }

  private static Object readNumber(Memory memory, int at, Class<?> type) {
    return switch (type.getName()) {
      case "boolean" -> memory.readByte(at) != 0;
      case "byte" -> memory.readByte(at);
      case "short" -> memory.readShort(at);
      case "char" -> (char) memory.readShort(at);
      case "int" -> memory.readInt(at);
      case "long" -> memory.readLong(at);
      case "float" -> Float.intBitsToFloat(memory.readInt(at));
      default -> Double.longBitsToDouble(memory.readLong(at));
    };
  }

  private static void writeNumber(Memory memory, int at, Object value) {
    if (value instanceof Boolean truth) {
      memory.writeByte(at, truth ? (byte) 1 : 0);
    } else if (value instanceof Byte number) {
      memory.writeByte(at, number);
    } else if (value instanceof Short number) {
      memory.writeShort(at, number);
    } else if (value instanceof Character letter) {
      memory.writeShort(at, (short) (char) letter);
    } else if (value instanceof Integer number) {
      memory.writeInt(at, number);
    } else if (value instanceof Long number) {
      memory.writeLong(at, number);
    } else if (value instanceof Float number) {
      memory.writeInt(at, Float.floatToRawIntBits(number));
    } else {
      memory.writeLong(at, Double.doubleToRawLongBits((Double) value));
    }
  }
}
