package org.dylink.bindgen.c;

/**
 * A parameter of a function.
 *
 * @param name empty where the header has none
 */
public record CParameter(String name, CType type) {}
