package org.dylink.bindgen.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The macros of a header as constants.
 *
 * @param values by the macros' names, in the order of C
 * @param leftOut the reasons of all others but the empty ones, by their names
 */
public record MacroConstants(Map<String, Value> values, Map<String, String> leftOut) {
  public MacroConstants {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }
}
