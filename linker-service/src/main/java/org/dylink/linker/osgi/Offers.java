package org.dylink.linker.osgi;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/** The libraries that a bundle could be wired to now, by name. */
final class Offers {
  // The part of a requirement's filter that the bnd plugin writes first; \ escapes in a filter.
  private static final Pattern NAME =
      Pattern.compile("\\(wasm\\.library=((?:[^()*\\\\]|\\\\.)+)\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private final Map<String, Set<BundleCapability>> byName = new HashMap<>();
  private final Set<BundleCapability> all = new LinkedHashSet<>();

  Offers(Collection<LibraryEntry> entries) {
    for (LibraryEntry entry : entries) {
      BundleCapability capability = entry.capability();
      if (BundleStanding.isCurrent(capability.getRevision())) {
        String name = BundleLibrary.nameOf(capability);
        byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(capability);
        all.add(capability);
      }
    }
  }

  /** Takes away one that nobody can be wired to after all. */
  void remove(BundleCapability capability) {
    all.remove(capability);
    byName.getOrDefault(BundleLibrary.nameOf(capability), all).remove(capability);
  }

  int size() {
    return all.size();
  }

  /** Those that meet a requirement. */
  List<BundleCapability> matching(BundleRequirement requirement) {
    Matcher name = NAME.matcher(filter(requirement));
    Set<BundleCapability> candidates =
        name.find() ? byName.getOrDefault(unescape(name.group(1)), Set.of()) : all;
    return candidates.stream().filter(requirement::matches).toList();
  }

  static String filter(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    return filter == null ? "" : filter;
  }

  private static String unescape(String name) {
    return ESCAPED.matcher(name).replaceAll("$1");
  }
}
