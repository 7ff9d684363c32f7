package org.dylink.bindgen.c;

import java.util.List;

/**
 * A function that a header declares.
 *
 * @param name as C calls it
 * @param symbol as the library exports it
 * @param prototype its declaration, in one line
 * @param inline whether the header has its code, and the library none
 * @param comment what the header says of it; empty without
 */
public record CFunction(
    String name,
    String symbol,
    CType result,
    List<CParameter> parameters,
    boolean variadic,
    boolean inline,
    String prototype,
    String comment) {
  public CFunction {
    parameters = List.copyOf(parameters);
  }
}
