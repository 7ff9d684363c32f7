package org.dylink.linker.osgi;

import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;

/** The library's name in a requirement's filter, by which most candidates are ruled out. */
final class RequiredName {
  private static final String ASSERTION = "(wasm.library=";
  private static final String AND = "(&";

  private RequiredName() {}

  /**
   * The name; empty if the filter, written by hand, does not simply say it: with {@code |}, {@code
   * !} or a {@code *}, others will do as well.
   */
  static Optional<String> of(BundleRequirement requirement) {
    String filter = filter(requirement);
    int start = filter.startsWith(AND) ? AND.length() : 0;
    return filter.startsWith(ASSERTION, start)
        ? value(filter, start + ASSERTION.length())
        : Optional.empty();
  }

  // No pattern: Java's would need its stack for each character of a long name.
  private static Optional<String> value(String filter, int start) {
    StringBuilder name = new StringBuilder();
    for (int at = start; at < filter.length(); at++) {
      char c = filter.charAt(at);
      if (c == ')') {
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
      } else if (c == '(' || c == '*') {
        return Optional.empty();
      } else if (c == '\\' && ++at == filter.length()) {
        return Optional.empty();
      }
      name.append(filter.charAt(at));
    }
    return Optional.empty();
  }

  /** The filter; empty if there is none. */
  static String filter(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    return filter == null ? "" : filter;
  }
}
