package org.dylink.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reading a folder. Endive follows symbolic links here, out of the folder too, leaves out those
 * that lead nowhere, and lists the folder anew at each call.
 */
final class DirectoryCalls {
  // dirent: next cookie (8 bytes), inode (8), size of the name (4), type (1) and padding
  private static final int ENTRY_SIZE = 24;

  private final GuestMemory memory;
  private final OpenFiles files;

  DirectoryCalls(WasiState state) {
    memory = state.memory();
    files = state.files();
  }

  /**
   * @param cookie where to go on: 0, or the {@code next} of an entry
   */
  int fdReaddir(int descriptor, int buffer, int size, long cookie, int result) throws IOException {
    OpenFile folder = files.folder(descriptor);
    memory.check(result, Integer.BYTES);
    long room = Integer.toUnsignedLong(size);
    memory.check(buffer, room);
    if (cookie < 0) {
      return Errno.INVAL;
    }
    List<String> names = folder.names(cookie == 0);
    Path path = folder.path();
    long used = 0;
    for (long i = cookie; i < names.size() && used < room; i++) {
      byte[] entry = entry(look(folder, path, names.get((int) i)), names.get((int) i), i + 1);
      int part = (int) Math.min(entry.length, room - used);
      memory.write(buffer + (int) used, entry, 0, part);
      used += part;
    }
    memory.writeI32(result, (int) used);
    return Errno.SUCCESS;
  }

  // The folder above may not be granted: ".." tells no more than ".".
  private static FileStat look(OpenFile folder, Path path, String name) throws IOException {
    if (name.equals(".") || name.equals("..")) {
      return folder.opened();
    }
    try {
      return FileStat.of(path.resolve(name));
    } catch (NoSuchFileException e) {
      return null; // deleted since the folder was listed
    }
  }

  private static byte[] entry(FileStat found, String name, long next) {
    if (found == null) {
      return new byte[0];
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
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
