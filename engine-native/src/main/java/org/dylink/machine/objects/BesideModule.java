package org.dylink.machine.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;
import org.dylink.machine.MachineCodePolicy;

/**
 * Code that a bundle has beside a library, {@code libz.so.native-linux-x86_64}. Whoever made the
 * bundle made it, so it is run only where the deployer trusts it.
 */
public final class BesideModule implements ObjectPlace {
  private static final int LARGEST = 1 << 28;

  private final String target;
  private final MachineCodePolicy trust;

  /**
   * @param target the platform, such as {@code linux-x86_64}
   */
  public BesideModule(String target, MachineCodePolicy trust) {
    this.target = target;
    this.trust = trust;
  }

  @Override
  public Optional<MachineObject> find(WasmModule module) throws UnfitObjectException {
    Optional<byte[]> file = read(module);
    return file.isEmpty() ? Optional.empty() : Optional.of(trusted(module, file.get()));
  }

  private Optional<byte[]> read(WasmModule module) throws UnfitObjectException {
    try {
      Optional<InputStream> opened = module.companions().open(MachineObject.COMPANION + target);
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = opened.get()) {
        byte[] file = in.readNBytes(LARGEST + 1);
        if (file.length > LARGEST) {
          throw new UnfitObjectException("that in its bundle is larger than " + LARGEST, null);
        }
        return Optional.of(file);
      }
    } catch (IOException e) {
      throw new UnfitObjectException("that in its bundle cannot be read: " + e, e);
    }
  }

  private MachineObject trusted(WasmModule module, byte[] file) throws UnfitObjectException {
    String digest = sha256(file);
    if (!trust.allows(module, digest, module.companions().signers())) {
      throw new UnfitObjectException(
          "that in its bundle is not trusted: to allow it, add sha-256="
              + digest
              + " to trust of org.dylink.engine.native",
          null);
    }
    try {
      MachineObject object = MachineObjectFile.read(file);
      object.requireFor(module, target);
      return object;
    } catch (UnfitObjectException e) {
      throw new UnfitObjectException("that in its bundle is of no use: " + e.getMessage(), e);
    }
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: each JVM has SHA-256", e);
    }
  }
}
