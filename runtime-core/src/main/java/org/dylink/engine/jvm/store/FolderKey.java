package org.dylink.engine.jvm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret of a cache's folder, and the seals that are made with it: an HMAC-SHA-256 (RFC 2104)
 * behind each file's contents. Who cannot read the secret cannot make a file that is believed.
 *
 * <p>Written out with MessageDigest, which is loaded for the digests of modules anyway: finding
 * javax.crypto's takes a cold JVM longer than the cache saves.
 */
final class FolderKey {
  static final String FILE = "key";

  /** Bytes that a seal adds to a file. */
  static final int SEAL = 32;

  private static final int SECRET = 32;
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final byte[] secret;

  private FolderKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads the folder's.
   *
   * @throws NoSuchFileException if it has none
   * @throws UnfitStoreException if others may know it, or it is none
   */
  static FolderKey read(Path folder) throws IOException, UnfitStoreException {
    Path file = folder.resolve(FILE);
    OwnFiles.checkFile(file);
    if (Files.size(file) != SECRET) {
      throw new UnfitStoreException("the folder's key has not " + SECRET + " bytes");
    }
    return new FolderKey(Files.readAllBytes(file));
  }

  /**
   * Reads the folder's, or makes one. If two processes do at once, both get the one that stays.
   *
   * @throws UnfitStoreException if it cannot be had
   */
  static FolderKey readOrMake(Path folder, WholeFiles files)
      throws IOException, UnfitStoreException {
    try {
      return read(folder);
    } catch (NoSuchFileException e) {
      files.putNew(folder.resolve(FILE), newSecret());
    } catch (UnfitStoreException e) {
      files.put(folder.resolve(FILE), newSecret());
    }
    return read(folder);
  }

  private static byte[] newSecret() {
    byte[] secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** Contents with a seal behind. */
  byte[] seal(byte[] contents) {
    byte[] sealed = Arrays.copyOf(contents, contents.length + SEAL);
    System.arraycopy(code(contents, contents.length), 0, sealed, contents.length, SEAL);
    return sealed;
  }

  /**
   * The contents without the seal.
   *
   * @throws UnfitStoreException if it is not that of these contents and of this key
   */
  byte[] open(byte[] sealed) throws UnfitStoreException {
    int size = sealed.length - SEAL;
    if (size < 0
        || !MessageDigest.isEqual(
            code(sealed, size), Arrays.copyOfRange(sealed, size, sealed.length))) {
      throw new UnfitStoreException("not sealed with the folder's key");
    }
    return Arrays.copyOf(sealed, size);
  }

  private byte[] code(byte[] contents, int size) {
    MessageDigest inner = sha256();
    inner.update(padded(INNER));
    inner.update(contents, 0, size);
    MessageDigest outer = sha256();
    outer.update(padded(OUTER));
    return outer.digest(inner.digest());
  }

  private byte[] padded(byte with) {
    byte[] block = Arrays.copyOf(secret, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= with;
    }
    return block;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: each JVM has SHA-256", e);
    }
  }
}
