package org.dylink.linker.link.snapshot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.dylink.engine.host.Granted;

/**
 * The file of a prelinked image: {@code dylinkim}, the format's number, the digest (SHA-256) of the
 * rest; then what the program must be, and its state. Numbers have their highest byte first; a
 * list, a text and a block begin with their size, in 4 bytes.
 *
 * <p>What is read is a program's state only if {@link ImageRules} find nothing in it that the guest
 * could not have come to by itself: whoever writes an image may have guests compute something else
 * and nothing more.
 */
final class ImageFile {
  static final long MAGIC = 0x64796c696e6b696dL; // dylinkim
  static final int FORMAT = 1;
  static final int HEADER = Long.BYTES + Integer.BYTES;
  static final int DIGEST = 32;

  /**
   * What a file says.
   *
   * @param told what constructors were told of what the program is granted
   */
  record Content(TakenSnapshot snapshot, Map<Granted, List<String>> told) {}

  private ImageFile() {}

  /** Of what follows it. */
  static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: each Java has SHA-256", e);
    }
  }
}
