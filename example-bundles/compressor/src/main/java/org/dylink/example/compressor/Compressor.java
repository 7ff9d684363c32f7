package org.dylink.example.compressor;

/** Compresses bytes; nothing of it tells that C does. Threads may share it. */
public interface Compressor {
  /** Compresses into zlib's format (RFC 1950). */
  byte[] compress(byte[] source);

  /**
   * Makes of it again what it was.
   *
   * @param size how many bytes that were
   * @throws IllegalArgumentException if it is not compressed, or was larger
   */
  byte[] decompress(byte[] compressed, int size);
}
