package org.dylink.linker.link.dl;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.Memory;
import org.dylink.engine.host.HostNames;

/** NUL-terminated strings in guest memory, which {@link HostNames} makes strings of Java. */
final class GuestStrings {
  private static final byte[] DOTS = {'.', '.', '.'};

  private GuestStrings() {}

  /**
   * Reads up to the NUL.
   *
   * @param most bytes before the NUL: a guest must not fill the host's heap with its memory
   * @return empty if it is longer
   * @throws org.dylink.engine.TrapException if the memory ends before it
   */
  static Optional<String> read(Memory memory, long address, int most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte next = memory.readByte(address);
    for (long at = address + 1; next != 0; at++) {
      if (bytes.size() == most) {
        return Optional.empty();
      }
      bytes.write(next);
      next = memory.readByte(at);
    }
    return Optional.of(HostNames.text(bytes.toByteArray()));
  }

  /**
   * Writes a string and its NUL. What does not fit is cut off between two characters, and dots
   * stand for it: half a name must not be taken for another one.
   *
   * @param size bytes that may be written, more than the dots take
   * @return the address behind the NUL
   */
  static long write(Memory memory, long address, int size, String text) {
    byte[] bytes = fitting(HostNames.bytes(text), size - 1);
    memory.write(address, bytes, 0, bytes.length);
    memory.writeByte(address + bytes.length, (byte) 0);
    return address + bytes.length + 1;
  }

  private static byte[] fitting(byte[] text, int most) {
    if (text.length <= most) {
      return text;
    }
    int end = most - DOTS.length;
    while (isInsideCharacter(text, end)) {
      end--;
    }
    byte[] cut = Arrays.copyOf(text, end + DOTS.length);
    System.arraycopy(DOTS, 0, cut, end, DOTS.length);
    return cut;
  }

  // Of UTF-8: its characters go on with bytes that begin with the bits 10.
  private static boolean isInsideCharacter(byte[] text, int at) {
    return at > 0 && (text[at] & 0xc0) == 0x80;
  }
}
