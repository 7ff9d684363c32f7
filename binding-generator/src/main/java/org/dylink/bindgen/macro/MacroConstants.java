package org.dylink.bindgen.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The macros and static variables of a header as constants.
 *
 * @param values by their names, in the order of C, the macros first
 * @param leftOut the reasons of all others but empty macros, by their names
 */
public record MacroConstants(Map<String, Value> values, Map<String, String> leftOut) {
  public MacroConstants {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }
}
