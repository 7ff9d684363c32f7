package org.dylink.wasi;

/** Sockets: a program has none, so no file descriptor is one. */
final class SocketCalls {
  private final Descriptors open;

  SocketCalls(WasiState state) {
    open = state.open();
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
    open.get(descriptor); // BADF comes first
    return WasiErrno.NOTSOCK;
  }
}
