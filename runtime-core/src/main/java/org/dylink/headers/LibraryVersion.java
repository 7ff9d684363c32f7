package org.dylink.headers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dylink.format.PrintableText;

/**
 * A version of a library, with syntax and meaning of OSGi versions (OSGi Core 8, 3.2.5).
 *
 * @param major raised by a change that its users do not survive
 * @param minor raised by additions
 * @param micro raised by corrections
 * @param qualifier letters, digits, {@code _} and {@code -}; often empty
 */
record LibraryVersion(int major, int minor, int micro, String qualifier) {
  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");

  /**
   * Reads {@code major[.minor[.micro[.qualifier]]]}; what is left out is 0.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static LibraryVersion parse(String text) {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "version: expected major.minor.micro.qualifier, found " + PrintableText.of(text));
    }
    String qualifier = parts.group(4) == null ? "" : parts.group(4);
    return new LibraryVersion(number(parts, 1), number(parts, 2), number(parts, 3), qualifier);
  }

  /** The version as manifests write it, without an empty qualifier: {@code 1.2.13}. */
  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + micro;
    return qualifier.isEmpty() ? numbers : numbers + "." + qualifier;
  }

  /**
   * From this minor version up to the next major one: two filters to be met. A correction adds
   * nothing that a consumer could need, so a provider of a lower micro version serves, too.
   */
  String compatibleFilter() {
    String lowest = major + "." + minor + ".0";
    return "(version>=" + lowest + ")(!(version>=" + (major + 1) + ".0.0))";
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }
}
