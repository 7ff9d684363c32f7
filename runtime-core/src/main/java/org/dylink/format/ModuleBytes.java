package org.dylink.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** The bytes of a module's file. Immutable; threads may share it. */
public final class ModuleBytes {
  private final byte[] array;

  private ModuleBytes(byte[] array) {
    this.array = array;
  }

  /** Bytes that nobody can change from now on. */
  public static ModuleBytes copyOf(byte[] bytes) {
    return new ModuleBytes(bytes.clone());
  }

  /** The same without a copy: the caller gives the array away. */
  static ModuleBytes owning(byte[] bytes) {
    return new ModuleBytes(bytes);
  }

  /** For readers in this package, which change nothing. */
  byte[] array() {
    return array;
  }

  /** How many there are. */
  public int size() {
    return array.length;
  }

  /**
   * Copies a range into an array.
   *
   * @param from where the range begins in the file
   * @param to where it goes
   * @param at where it begins there
   * @param size how many bytes
   * @throws IndexOutOfBoundsException if the range is past either end; nothing is copied then
   */
  public void copy(int from, byte[] to, int at, int size) {
    System.arraycopy(array, from, to, at, size);
  }

  /**
   * Copies a range into a buffer, whose position stays where it is.
   *
   * @param from where the range begins in the file
   * @param to where it goes
   * @param at where it begins there
   * @param size how many bytes
   * @throws IndexOutOfBoundsException if the range is past either end; nothing is copied then
   */
  public void copy(int from, ByteBuffer to, int at, int size) {
    to.put(at, array, from, size);
  }

  /**
   * A copy of a range.
   *
   * @param from where it begins in the file
   * @param end where it ends, exclusive
   * @throws IndexOutOfBoundsException if the file has no such range
   */
  public byte[] toArray(int from, int end) {
    Objects.checkFromToIndex(from, end, array.length);
    return Arrays.copyOfRange(array, from, end);
  }

  /** A copy of all bytes. */
  public byte[] toArray() {
    return array.clone();
  }
}
