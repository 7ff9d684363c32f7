package org.dylink.deployer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.headers.LibraryFileName;

/**
 * What a URL such as {@code wasm:file:/lib/libz.so.1.2?name=libz.so&version=1.2.13} asks for. Of
 * the query, {@code name}, {@code version} and {@code identity} are ours; the rest belongs to the
 * inner URL.
 *
 * @param module the URL of the module
 * @param name the library's name; by default the file's, without a version behind {@code .so}
 * @param version the library's version; by default the one behind {@code .so}, else 0.0.0
 * @param identity what makes it one library with others in a program; by default its contents
 */
record LibraryUrl(String module, String name, String version, Optional<String> identity) {
  static final String PROTOCOL = "wasm";

  private static final String NAME = "name";
  private static final String VERSION = "version";
  private static final String IDENTITY = "identity";
  private static final Set<String> OURS = Set.of(NAME, VERSION, IDENTITY);

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if a {@code %} is not followed by two hexadecimal digits
   */
  static LibraryUrl parse(String url) {
    String[] parts = url.substring(PROTOCOL.length() + 1).split("\\?", 2);
    Map<String, String> ours = new HashMap<>();
    String rest = parts.length == 1 ? "" : withoutOurs(parts[1], ours);
    LibraryFileName file = LibraryFileName.of(decoded(withoutScheme(parts[0])));
    return new LibraryUrl(
        rest.isEmpty() ? parts[0] : parts[0] + "?" + rest,
        ours.getOrDefault(NAME, file.library()),
        ours.getOrDefault(VERSION, file.version().orElse("0.0.0")),
        Optional.ofNullable(ours.get(IDENTITY)));
  }

  // In file:libz.so, a file of the current folder, no slash tells where the name begins.
  private static String withoutScheme(String module) {
    return module.contains("/") ? module : module.substring(module.lastIndexOf(':') + 1);
  }

  private static String withoutOurs(String query, Map<String, String> ours) {
    List<String> others = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      String[] sides = parameter.split("=", 2);
      if (sides.length == 2 && OURS.contains(sides[0])) {
        ours.put(sides[0], decoded(sides[1]));
      } else {
        others.add(parameter);
      }
    }
    return String.join("&", others);
  }

  private static String decoded(String text) {
    // URLDecoder is made for HTML forms, where + is a space; in libstdc++.so it is not.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
