package org.dylink.binding.osgi;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.dylink.linker.Library;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A clause of the header {@code Wasm-Service}.
 *
 * @param type the interface's name
 * @param library the library's name
 * @param versions which versions of it will do
 * @param isConfigured whether it waits for a configuration
 * @param properties what the service has besides our own properties
 */
record ServiceClause(
    String type,
    String library,
    VersionRange versions,
    boolean isConfigured,
    Map<String, Object> properties) {

  private static final String EXPORTED = "service.exported.interfaces";

  ServiceClause {
    properties = Map.copyOf(properties);
  }

  /** Whether a library is one that was meant. */
  boolean admits(Library offered) {
    return offered.name().equals(library)
        && versions.includes(Version.parseVersion(offered.version()));
  }

  /** Whether Remote Service Admin is asked to offer it on other machines. */
  boolean isExported() {
    Object value = properties.getOrDefault(EXPORTED, "");
    String[] names = value instanceof String[] list ? list : new String[] {value.toString()};
    return Arrays.stream(names)
        .flatMap(Pattern.compile(",")::splitAsStream)
        .map(String::strip)
        .anyMatch(name -> name.equals("*") || name.equals(type));
  }
}
