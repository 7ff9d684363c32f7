package org.dylink.wasi;

/** Sockets: a program has none, so no file descriptor is one. */
final class SocketCalls {
  private final OpenFiles files;

  SocketCalls(WasiState state) {
    files = state.files();
  }

  int sockAccept(int descriptor, int flags, int result) {
    return noSocket(descriptor);
  }

  int sockRecv(int descriptor, int vectors, int count, int flags, int resultSize, int resultFlags) {
    return noSocket(descriptor);
  }

  int sockSend(int descriptor, int vectors, int count, int flags, int resultSize) {
    return noSocket(descriptor);
  }

  int sockShutdown(int descriptor, int how) {
    return noSocket(descriptor);
  }

  private int noSocket(int descriptor) {
    files.get(descriptor); // BADF comes first
    return Errno.NOTSOCK;
  }
}
