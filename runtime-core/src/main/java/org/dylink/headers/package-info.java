/**
 * What a bundle's manifest says of the libraries in it. Tools that make bundles write it, the
 * linker reads it; a linker without a framework needs none of it.
 */
@Export
@Version("1.1.0")
package org.dylink.headers;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
