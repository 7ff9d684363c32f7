package org.dylink.wasi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program's file descriptors. Endive has such a table too, but shows it to nobody: this one
 * follows it call by call, for the checks that Endive does not make.
 */
final class OpenFiles {
  /** How many a program may have open; the host's own limit is shared by all programs. */
  static final int LIMIT = 1024;

  private final Map<Integer, OpenFile> files = new TreeMap<>();

  /**
   * What a file descriptor stands for.
   *
   * @throws ErrnoException BADF if it is not open
   */
  OpenFile get(int descriptor) {
    OpenFile file = files.get(descriptor);
    if (file == null) {
      throw new ErrnoException(Errno.BADF);
    }
    return file;
  }

  /**
   * The folder that a file descriptor stands for.
   *
   * @throws ErrnoException BADF if it is not open, NOTDIR if it is no folder
   */
  OpenFile folder(int descriptor) {
    OpenFile file = get(descriptor);
    if (!file.isFolder()) {
      throw new ErrnoException(Errno.NOTDIR);
    }
    return file;
  }

  /**
   * Makes sure that one more can be opened.
   *
   * @throws ErrnoException MFILE if not
   */
  void reserve() {
    if (files.size() >= LIMIT) {
      throw new ErrnoException(Errno.MFILE);
    }
  }

  void put(int descriptor, OpenFile file) {
    files.put(descriptor, file);
  }

  OpenFile remove(int descriptor) {
    return files.remove(descriptor);
  }

  /** The open file descriptors, in order. */
  List<Integer> descriptors() {
    return List.copyOf(files.keySet());
  }
}
