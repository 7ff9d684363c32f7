package org.dylink.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.dylink.engine.host.HostNames;

/** Reading a folder. */
final class DirectoryCalls {
  // dirent: next cookie (8 bytes), inode (8), size of the name (4), type (1) and padding
  private static final int ENTRY_SIZE = 24;

  private final GuestMemory memory;
  private final Descriptors open;

  DirectoryCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
  }

  /**
   * @param cookie where to go on: 0, or the {@code next} of an entry
   */
  int fdReaddir(int descriptor, int buffer, int size, long cookie, int result) throws IOException {
    OpenFolder folder = open.folder(descriptor, Rights.FD_READDIR);
    memory.check(result, Integer.BYTES);
    long room = Integer.toUnsignedLong(size);
    memory.check(buffer, room);
    if (cookie < 0) {
      return WasiErrno.INVAL;
    }
    List<String> names = folder.names(cookie == 0);
    try (Handle.Use use = folder.handle().use()) {
      long used = 0;
      for (long i = cookie; i < names.size() && used < room; i++) {
        String name = names.get((int) i);
        byte[] entry = entry(look(folder, use.path(), name), name, i + 1);
        int part = (int) Math.min(entry.length, room - used);
        memory.write(buffer + (int) used, entry, 0, part);
        used += part;
      }
      memory.writeInt(result, (int) used);
    }
    return WasiErrno.SUCCESS;
  }

  // The folder above may not be granted: ".." tells no more than ".".
  private static FileStat look(OpenFolder folder, Path path, String name) throws IOException {
    boolean itself = name.equals(".") || name.equals("..");
    return itself ? folder.handle().opened() : FileStat.find(PathWalk.child(path, name));
  }

  private static byte[] entry(FileStat found, String name, long next) {
    if (found == null) {
      return new byte[0]; // deleted since the folder was listed
    }
    byte[] bytes = HostNames.bytes(name);
    return ByteBuffer.allocate(ENTRY_SIZE + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(next)
        .putLong(found.inode())
        .putInt(bytes.length)
        .putInt(found.type())
        .put(bytes)
        .array();
  }
}
