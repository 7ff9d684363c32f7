package org.dylink.bnd;

import org.dylink.format.ProgramKind;

/**
 * A library in a bundle on the build path.
 *
 * @param name the name by which others need it
 * @param version its version
 * @param kind which programs it is for
 */
record ProvidedLibrary(String name, String version, ProgramKind kind) {}
