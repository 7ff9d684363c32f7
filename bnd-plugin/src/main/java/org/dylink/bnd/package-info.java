/**
 * Writes what WebAssembly libraries provide and need into the manifest of the bundle that holds
 * them. One line in a bnd file turns it on: {@code -plugin.dylink: org.dylink.bnd.LibraryAnalyzer}.
 */
@Export
@Version("1.0.0")
package org.dylink.bnd;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
