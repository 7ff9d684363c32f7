package org.dylink.engine.jvm.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * Writes a file of classes. Numbers are big-endian, texts as DataOutput writes them.
 *
 * <pre>
 * magic                        int
 * code, module, digest         texts: the key
 * start                        int: where the classes begin
 * count                        int
 * count times                  text: name; ints: size, checksum, size in this file
 * checksum                     int: CRC-32 of all before
 * count times                  the class, in the same order, and nothing after the last
 * </pre>
 */
final class StoreWriter {
  /** "Dyj" and the version of the format. */
  static final int MAGIC = 0x44796a01;

  private StoreWriter() {}

  static byte[] write(StoreKey key, SortedMap<String, StoredClass> classes) throws IOException {
    byte[] beginning = beginning(key);
    byte[] index = index(classes);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(beginning);
    out.writeInt(beginning.length + index.length + 2 * Integer.BYTES);
    out.write(index);
    CRC32 checksum = new CRC32();
    checksum.update(bytes.toByteArray());
    out.writeInt((int) checksum.getValue());
    classes.values().forEach(each -> each.writeTo(bytes));
    return bytes.toByteArray();
  }

  private static byte[] beginning(StoreKey key) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeUTF(key.code());
    out.writeUTF(key.module());
    out.writeUTF(key.digest());
    return bytes.toByteArray();
  }

  private static byte[] index(SortedMap<String, StoredClass> classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(classes.size());
    for (Map.Entry<String, StoredClass> each : classes.entrySet()) {
      out.writeUTF(each.getKey());
      out.writeInt(each.getValue().size());
      out.writeInt(each.getValue().checksum());
      out.writeInt(each.getValue().storedSize());
    }
    return bytes.toByteArray();
  }
}
