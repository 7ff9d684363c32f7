package org.dylink.bnd;

import org.dylink.format.Threading;

/**
 * A library in a bundle on the build path.
 *
 * @param name the name by which others need it
 * @param version its version
 * @param threading which programs it is for
 */
record ProvidedLibrary(String name, String version, Threading threading) {}
