package org.dylink.linker.link.dl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.dylink.engine.Memory;

/** NUL-terminated UTF-8 strings in guest memory. */
final class GuestStrings {
  private GuestStrings() {}

  /**
   * Reads up to the NUL.
   *
   * @throws org.dylink.engine.TrapException if the memory ends before it
   */
  static String read(Memory memory, int address) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte next = memory.readByte(address);
    for (int at = address + 1; next != 0; at++) {
      bytes.write(next);
      next = memory.readByte(at);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes a string and its NUL, cut to fit.
   *
   * @param size bytes that may be written, at least 1
   * @return the address behind the NUL
   */
  static int write(Memory memory, int address, int size, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, size - 1);
    memory.write(address, bytes, 0, length);
    memory.writeByte(address + length, (byte) 0);
    return address + length + 1;
  }
}
