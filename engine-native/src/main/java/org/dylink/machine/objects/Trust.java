package org.dylink.machine.objects;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dylink.format.WasmModule;
import org.dylink.machine.MachineCodePolicy;

/** Whose machine code is run, by configuration: nobody's, unless it says more. */
public final class Trust implements MachineCodePolicy {
  private final Set<String> digests = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private Trust() {}

  /**
   * What a configuration trusts.
   *
   * @param entries {@code sha-256=DIGEST} for one object, {@code signer=NAME} for all that are
   *     signed by somebody
   * @throws IllegalArgumentException if an entry is of another kind
   */
  public static MachineCodePolicy of(Iterable<String> entries) {
    Trust trust = new Trust();
    entries.forEach(trust::add);
    return trust;
  }

  private void add(String entry) {
    int end = entry.indexOf('=');
    String kind = end < 0 ? "" : entry.substring(0, end).strip();
    String value = entry.substring(end + 1).strip();
    if (kind.equals("sha-256")) {
      digests.add(value.toLowerCase(Locale.ROOT));
    } else if (kind.equals("signer") && SignerName.isName(value)) {
      names.add(SignerName.canonical(value));
    } else {
      throw new IllegalArgumentException(
          "trust: expected sha-256=DIGEST or signer=NAME, found " + entry);
    }
  }

  @Override
  public boolean allows(WasmModule module, String digest, Set<String> signers) {
    return digests.contains(digest)
        || signers.stream().map(SignerName::canonical).anyMatch(names::contains);
  }

  @Override
  public String name() {
    return "the configuration";
  }
}
