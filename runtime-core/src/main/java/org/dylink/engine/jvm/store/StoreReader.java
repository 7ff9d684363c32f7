package org.dylink.engine.jvm.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Reads what {@link StoreWriter} writes, and nothing else. */
final class StoreReader {
  // A name of at least no characters, and three numbers.
  private static final int SMALLEST_ENTRY = 2 + 3 * Integer.BYTES;

  private final byte[] file;
  private final ByteArrayInputStream bytes;
  private final DataInputStream in;

  StoreReader(byte[] file) {
    this.file = file;
    this.bytes = new ByteArrayInputStream(file);
    this.in = new DataInputStream(bytes);
  }

  Map<String, StoredClass> read(StoreKey key) throws UnfitStoreException {
    try {
      checkKey(key);
      return readClasses();
    } catch (EOFException e) {
      throw new UnfitStoreException("truncated");
    } catch (UTFDataFormatException e) {
      throw new UnfitStoreException("damaged");
    } catch (IOException e) {
      throw new IllegalStateException("BUG: an array cannot be read", e);
    }
  }

  private void checkKey(StoreKey key) throws IOException, UnfitStoreException {
    require(in.readInt() == StoreWriter.MAGIC, "not a file of classes, or of another version");
    require(in.readUTF().equals(key.code()), "made by another version of the engine");
    require(in.readUTF().equals(key.module()), "made for a module of another name");
    require(in.readUTF().equals(key.digest()), "made from another module");
  }

  private Map<String, StoredClass> readClasses() throws IOException, UnfitStoreException {
    int start = in.readInt();
    require(start <= file.length, "truncated");
    // Before any other number is believed.
    require(start > at() && isIntact(start - Integer.BYTES), "damaged");
    int count = in.readInt();
    require(count >= 0 && count <= (start - at()) / SMALLEST_ENTRY, "damaged");
    Map<String, StoredClass> classes = new HashMap<>(2 * count);
    int next = start;
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int size = in.readInt();
      int checksum = in.readInt();
      int end = next + in.readInt();
      require(size >= 0 && size <= StoredClass.LARGEST && end >= next, "damaged");
      require(end <= file.length, "truncated");
      classes.put(name, new StoredClass(size, checksum, file, next, end));
      next = end;
    }
    require(at() == start - Integer.BYTES, "damaged");
    require(next == file.length, "bytes after the last class");
    return classes;
  }

  private int at() {
    return file.length - bytes.available();
  }

  /** Whether the four bytes at {@code end} are the checksum of those before. */
  private boolean isIntact(int end) {
    CRC32 checksum = new CRC32();
    checksum.update(file, 0, end);
    return ByteBuffer.wrap(file).getInt(end) == (int) checksum.getValue();
  }

  private static void require(boolean holds, String otherwise) throws UnfitStoreException {
    if (!holds) {
      throw new UnfitStoreException(otherwise);
    }
  }
}
