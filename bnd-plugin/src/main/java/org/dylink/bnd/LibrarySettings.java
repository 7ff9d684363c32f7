package org.dylink.bnd;

/**
 * What a library's capability says of it that its bytes do not.
 *
 * @param name the name by which others need it
 * @param version its version
 */
record LibrarySettings(String name, String version) {}
