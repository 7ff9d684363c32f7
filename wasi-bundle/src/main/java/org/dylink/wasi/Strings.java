package org.dylink.wasi;

import java.util.List;
import org.dylink.engine.host.HostNames;

/** Strings that a program is given at its start, as C has them: pointers to bytes that end in 0. */
final class Strings {
  private final List<byte[]> strings;
  private final int size;

  Strings(List<String> texts) {
    strings = texts.stream().map(text -> HostNames.bytes(text + '\0')).toList();
    size = strings.stream().mapToInt(bytes -> bytes.length).sum();
  }

  int writeSizes(GuestMemory memory, int count, int total) {
    memory.check(count, Integer.BYTES);
    memory.check(total, Integer.BYTES);
    memory.writeInt(count, strings.size());
    memory.writeInt(total, size);
    return WasiErrno.SUCCESS;
  }

  int write(GuestMemory memory, int pointers, int buffer) {
    memory.check(pointers, (long) Integer.BYTES * strings.size());
    memory.check(buffer, size);
    int at = buffer;
    for (int i = 0; i < strings.size(); i++) {
      byte[] bytes = strings.get(i);
      memory.writeInt(pointers + Integer.BYTES * i, at);
      memory.write(at, bytes, 0, bytes.length);
      at += bytes.length;
    }
    return WasiErrno.SUCCESS;
  }
}
