package org.dylink.bindgen.c;

/** An enumerator. */
public record CConstant(String name, long value) {}
