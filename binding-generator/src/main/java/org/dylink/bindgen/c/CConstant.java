package org.dylink.bindgen.c;

/**
 * An enumerator.
 *
 * @param wide whether it is a {@code long long}, and no {@code int}
 */
public record CConstant(String name, long value, boolean wide) {}
