package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<String, List<BundleCapability>> byName = new HashMap<>();
  private final List<BundleCapability> all = new ArrayList<>();

  Offers(Collection<LibraryEntry> entries) {
    for (LibraryEntry entry : entries) {
      BundleCapability capability = entry.capability();
      if (BundleStanding.isCurrent(capability.getRevision())) {
        String name = BundleLibrary.nameOf(capability);
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(capability);
        all.add(capability);
      }
    }
  }

  /** Those that meet a requirement. */
  List<BundleCapability> matching(BundleRequirement requirement) {
    Matcher name = NAME.matcher(filter(requirement));
    List<BundleCapability> candidates =
        name.find() ? byName.getOrDefault(unescape(name.group(1)), List.of()) : all;
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
