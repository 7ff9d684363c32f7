package org.dylink.wasi;

import java.io.IOException;

/** Opening files and folders. */
final class OpenCalls {
  private static final int LOOKUP_FOLLOW = 1;

  private final GuestMemory memory;
  private final Descriptors open;

  OpenCalls(WasiState state) {
    memory = state.memory();
    open = state.open();
  }

  int pathOpen(
      int folder,
      int lookup,
      int path,
      int size,
      int how,
      long rights,
      long inheriting,
      int flags,
      int result)
      throws IOException {
    memory.check(result, Integer.BYTES);
    open.reserve();
    Opening opening = new Opening(how, rights & Rights.ALL, inheriting & Rights.ALL, flags);
    OpenFolder from = open.folder(folder, opening.needs());
    opening.checkInherited(from.inheriting());
    String text = memory.path(path, size);
    boolean follow = (lookup & LOOKUP_FOLLOW) != 0 || text.endsWith("/");
    try (GuestPath target = GuestPath.resolve(from, text, follow && !opening.onlyNew())) {
      memory.writeInt(result, add(opening.run(target)));
      return WasiErrno.SUCCESS;
    }
  }

  private int add(Descriptor opened) throws IOException {
    try {
      return open.add(opened);
    } catch (ErrnoException e) {
      opened.close(); // another thread has taken the last number
      throw e;
    }
  }
}
