package org.dylink.machine.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.CompiledForm;
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
  private final List<MachineCodePolicy> policies;

  /**
   * @param target the platform, such as {@code linux-x86_64}
   * @param policies each may allow code; without one there is none
   */
  public BesideModule(String target, MachineCodePolicy... policies) {
    this.target = target;
    this.policies = List.of(policies);
  }

  @Override
  public Optional<MachineObject> find(WasmModule module) throws UnfitObjectException {
    Optional<byte[]> file = read(module);
    return file.isEmpty() ? Optional.empty() : Optional.of(trusted(module, file.get()).object());
  }

  @Override
  public List<CompiledForm> forms(WasmModule module) {
    String kind = MachineObject.COMPANION + target;
    try {
      Optional<byte[]> file = read(module);
      return file.isEmpty() ? List.of() : List.of(trusted(module, file.get()).form(kind));
    } catch (UnfitObjectException e) {
      return List.of(CompiledForm.unused(kind, CompiledForm.IN_BUNDLE, e.getMessage()));
    }
  }

  /** An object, and who allows it. */
  private record Trusted(MachineObject object, MachineCodePolicy by) {
    CompiledForm form(String kind) {
      String facts = object + ", trusted by " + by.name();
      return CompiledForm.used(kind, CompiledForm.IN_BUNDLE, facts);
    }
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

  private Trusted trusted(WasmModule module, byte[] file) throws UnfitObjectException {
    MachineCodePolicy by = policyFor(module, file);
    try {
      MachineObject object = MachineObjectFile.read(file);
      object.requireFor(module, target);
      return new Trusted(object, by);
    } catch (UnfitObjectException e) {
      throw new UnfitObjectException("that in its bundle is of no use: " + e.getMessage(), e);
    }
  }

  private MachineCodePolicy policyFor(WasmModule module, byte[] file) throws UnfitObjectException {
    String digest = sha256(file);
    Set<String> signers = module.companions().signers();
    for (MachineCodePolicy each : policies) {
      if (each.allows(module, digest, signers)) {
        return each;
      }
    }
    throw new UnfitObjectException(
        "that in its bundle is not trusted: to allow it, add sha-256="
            + digest
            + " to trust of org.dylink.engine.native",
        null);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("BUG: each JVM has SHA-256", e);
    }
  }
}
