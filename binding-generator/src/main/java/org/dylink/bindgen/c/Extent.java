package org.dylink.bindgen.c;

/**
 * The size and alignment of a type.
 *
 * @param size in bytes
 * @param alignment in bytes
 */
public record Extent(long size, int alignment) {}
