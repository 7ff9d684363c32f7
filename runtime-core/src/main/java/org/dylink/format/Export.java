package org.dylink.format;

/**
 * One export of a module.
 *
 * @param name the exported name
 * @param type what it is
 * @param index its index among functions, tables, memories, globals or tags, imports counted first
 */
public record Export(String name, ExternType type, int index) {}
