package org.dylink.linker.osgi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;

/** The library's name in a requirement's filter, by which most candidates are ruled out. */
final class RequiredName {
  // As the bnd plugin writes it; \\ escapes in a filter.
  private static final Pattern NAME =
      Pattern.compile("\\(wasm\\.library=((?:[^()*\\\\]|\\\\.)+)\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private RequiredName() {}

  /** The name; empty if the filter, written by hand, does not simply say it. */
  static Optional<String> of(BundleRequirement requirement) {
    Matcher name = NAME.matcher(filter(requirement));
    return name.find()
        ? Optional.of(ESCAPED.matcher(name.group(1)).replaceAll("$1"))
        : Optional.empty();
  }

  /** The filter; empty if there is none. */
  static String filter(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    return filter == null ? "" : filter;
  }
}
