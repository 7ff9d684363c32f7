package org.dylink.wasi;

import java.io.IOException;

/** A file or a folder. */
abstract class OnDisk extends Descriptor {
  private final Handle handle;

  OnDisk(Handle handle, long able, long rights, long inheriting, int flags) {
    super(able, rights, inheriting, flags);
    this.handle = handle;
  }

  final Handle handle() {
    return handle;
  }

  @Override
  final int type() {
    return handle.opened().type();
  }

  @Override
  FileStat stat() throws IOException {
    return handle.stat();
  }

  /** Waits until it is on the disk. */
  final void force(boolean metadata) throws IOException {
    if (handle.channel() != null) {
      handle.channel().force(metadata);
    }
  }

  @Override
  void close() throws IOException {
    handle.close();
  }
}
