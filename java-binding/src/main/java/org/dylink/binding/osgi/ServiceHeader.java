package org.dylink.binding.osgi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.VersionRange;

/**
 * Reads the header {@code Wasm-Service}: {@code com.acme.Zlib;library=libz.so;version="[1.2,2)"},
 * several with commas between them. With {@code configuration-policy=require} there is no service
 * without a configuration. Each other attribute is a property of the service, and may have a type
 * as those of a capability have: {@code service.ranking:Integer=5}.
 */
final class ServiceHeader {
  static final String NAME = "Wasm-Service";

  private static final String LIBRARY = "library";
  private static final String VERSION = "version";
  private static final String POLICY = "configuration-policy";
  private static final String REQUIRE = "require";
  private static final String OPTIONAL = "optional";
  private static final VersionRange ANY = VersionRange.valueOf("0");

  private ServiceHeader() {}

  /**
   * Reads the header's value.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static List<ServiceClause> parse(String header) {
    List<ServiceClause> clauses = new ArrayList<>();
    for (String clause : split(header, ',')) {
      clauses.add(clause(split(clause, ';')));
    }
    return clauses;
  }

  private static ServiceClause clause(List<String> parts) {
    String type = parts.get(0);
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(type + ": expected name=value, found " + part);
      }
      String name = part.substring(0, equals).strip();
      String value = unquoted(part.substring(equals + 1).strip());
      TypedValue typed = TypedValue.of(name, value);
      attributes.put(typed.name(), typed.value());
    }
    Object library = attributes.remove(LIBRARY);
    if (type.isEmpty() || library == null) {
      throw new IllegalArgumentException(type + ": names no library");
    }
    Object version = attributes.remove(VERSION);
    VersionRange versions = version == null ? ANY : range(type, version.toString());
    boolean isConfigured = isRequired(type, attributes.remove(POLICY));
    return new ServiceClause(type, library.toString(), versions, isConfigured, attributes);
  }

  private static VersionRange range(String type, String text) {
    try {
      return VersionRange.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          type + ": version: expected a range such as [1.2,2), found " + text, e);
    }
  }

  private static boolean isRequired(String type, Object policy) {
    if (policy != null && !REQUIRE.equals(policy) && !OPTIONAL.equals(policy)) {
      throw new IllegalArgumentException(
          type + ": " + POLICY + ": expected require or optional, found " + policy);
    }
    return REQUIRE.equals(policy);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (text.charAt(i) == separator && !quoted) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
