package org.dylink.wasi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program's file descriptors. Its threads share them. */
final class Descriptors {
  /** How many a program may have open; the host's own limit is shared by all programs. */
  static final int LIMIT = 1024;

  private final Map<Integer, Descriptor> open = new TreeMap<>(); // guarded by this

  /**
   * What a file descriptor stands for.
   *
   * @throws ErrnoException BADF if it is not open
   */
  synchronized Descriptor get(int number) {
    Descriptor found = open.get(number);
    if (found == null) {
      throw new ErrnoException(WasiErrno.BADF);
    }
    return found;
  }

  /**
   * What a file descriptor stands for, if a call may use it so.
   *
   * @throws ErrnoException BADF if it is not open, or as {@link Descriptor#require} says
   */
  Descriptor get(int number, long right) {
    Descriptor found = get(number);
    found.require(right);
    return found;
  }

  /** The file that a file descriptor stands for; errors as {@link #get(int, long)}. */
  OpenFile file(int number, long right) {
    return (OpenFile) get(number, right); // only files have the rights that this is called for
  }

  /** The same for what files and folders can do, and streams cannot. */
  OnDisk onDisk(int number, long right) {
    return (OnDisk) get(number, right);
  }

  /**
   * The folder that a file descriptor stands for.
   *
   * @throws ErrnoException BADF, NOTDIR if it is no folder, NOTCAPABLE
   */
  OpenFolder folder(int number, long right) {
    if (get(number) instanceof OpenFolder folder) {
      folder.require(right);
      return folder;
    }
    throw new ErrnoException(WasiErrno.NOTDIR);
  }

  /**
   * Makes sure that one more can be opened.
   *
   * @throws ErrnoException MFILE if not
   */
  synchronized void reserve() {
    if (open.size() >= LIMIT) {
      throw new ErrnoException(WasiErrno.MFILE);
    }
  }

  /**
   * Adds one under the lowest number that is free, as POSIX has it.
   *
   * @throws ErrnoException MFILE if there are too many
   */
  synchronized int add(Descriptor added) {
    reserve();
    int number = 0;
    while (open.containsKey(number)) {
      number++;
    }
    open.put(number, added);
    return number;
  }

  /**
   * Moves one to another number, whose own is closed.
   *
   * @throws ErrnoException BADF if one of them is not open
   */
  void renumber(int from, int to) throws IOException {
    Descriptor replaced = move(from, to);
    if (from != to) {
      replaced.close();
    }
  }

  private synchronized Descriptor move(int from, int to) {
    Descriptor moved = get(from);
    Descriptor replaced = get(to);
    open.remove(from);
    open.put(to, moved);
    return replaced;
  }

  void close(int number) throws IOException {
    remove(number).close();
  }

  private synchronized Descriptor remove(int number) {
    Descriptor removed = get(number);
    open.remove(number);
    return removed;
  }

  /** What is open now, by its number. */
  synchronized Map<Integer, Descriptor> all() {
    return new TreeMap<>(open);
  }

  /** The numbers in use, in order. */
  synchronized List<Integer> numbers() {
    return List.copyOf(open.keySet());
  }
}
