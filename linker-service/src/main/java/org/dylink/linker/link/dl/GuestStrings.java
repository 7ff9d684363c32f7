package org.dylink.linker.link.dl;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.dylink.engine.Memory;
import org.dylink.engine.host.HostNames;

/** NUL-terminated strings in guest memory, which {@link HostNames} makes strings of Java. */
final class GuestStrings {
  private GuestStrings() {}

  /**
   * Reads up to the NUL.
   *
   * @param most bytes before the NUL: a guest must not fill the host's heap with its memory
   * @return empty if it is longer
   * @throws org.dylink.engine.TrapException if the memory ends before it
   */
  static Optional<String> read(Memory memory, int address, int most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte next = memory.readByte(address);
    for (int at = address + 1; next != 0; at++) {
      if (bytes.size() == most) {
        return Optional.empty();
      }
      bytes.write(next);
      next = memory.readByte(at);
    }
    return Optional.of(HostNames.text(bytes.toByteArray()));
  }

  /**
   * Writes a string and its NUL, cut to fit.
   *
   * @param size bytes that may be written, at least 1
   * @return the address behind the NUL
   */
  static int write(Memory memory, int address, int size, String text) {
    byte[] bytes = HostNames.bytes(text);
    int length = Math.min(bytes.length, size - 1);
    memory.write(address, bytes, 0, length);
    memory.writeByte(address + length, (byte) 0);
    return address + length + 1;
  }
}
