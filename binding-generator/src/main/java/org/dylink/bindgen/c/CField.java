package org.dylink.bindgen.c;

/**
 * A member of a struct or union.
 *
 * @param name empty for one without a name
 * @param text its type as C names it
 * @param bits how many a bit-field has; -1 for all others
 */
public record CField(String name, CType type, String text, int bits) {
  public boolean isBitField() {
    return bits >= 0;
  }
}
