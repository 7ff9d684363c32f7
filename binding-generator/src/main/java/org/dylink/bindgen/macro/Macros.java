package org.dylink.bindgen.macro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros that are there at the end of a header.
 *
 * @param bodies what each stands for, also those of other headers
 * @param own names of those of the library's own headers that have no parameters, in the order of C
 */
public record Macros(Map<String, Body> bodies, Set<String> own) {
  /**
   * What a macro stands for.
   *
   * @param parameters as C has them, between the parentheses; empty without
   * @param text behind its name and parameters
   */
  public record Body(String parameters, String text) {}

  // # 12 "zconf.h" 1 3, where signs that C escapes are escaped
  private static final Pattern MARKER = Pattern.compile("# \\d+ \"((?:[^\"\\\\]|\\\\.)*)\".*");
  private static final Pattern DEFINITION = Pattern.compile("#define (\\w+)(\\(([^)]*)\\))?(.*)");
  private static final String UNDEFINED = "#undef ";

  /**
   * Reads what clang prints for {@code -E -dD}.
   *
   * @param ownFiles is asked for each file in the order in which clang opens them
   */
  public static Macros read(Reader text, Predicate<String> ownFiles) throws IOException {
    Macros macros = new Macros(new LinkedHashMap<>(), new LinkedHashSet<>());
    boolean isOwn = false;
    BufferedReader lines = new BufferedReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher marker = MARKER.matcher(line);
      if (marker.matches()) {
        isOwn = ownFiles.test(marker.group(1).replaceAll("\\\\(.)", "$1"));
      } else if (line.startsWith("#")) {
        macros.read(line, isOwn);
      }
    }
    return macros;
  }

  private void read(String line, boolean isOwn) {
    Matcher definition = DEFINITION.matcher(line);
    if (line.startsWith(UNDEFINED)) {
      remove(line.substring(UNDEFINED.length()).strip());
    } else if (definition.matches()) {
      String name = definition.group(1);
      boolean hasParameters = definition.group(2) != null;
      remove(name);
      String parameters = hasParameters ? definition.group(3) : "";
      bodies.put(name, new Body(parameters, definition.group(4).strip()));
      if (isOwn && !hasParameters) {
        own.add(name);
      }
    }
  }

  private void remove(String name) {
    bodies.remove(name);
    own.remove(name);
  }
}
