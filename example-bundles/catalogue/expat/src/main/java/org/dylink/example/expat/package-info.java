/** Expat, compiled to WebAssembly, as a service: {@link org.dylink.example.expat.Expat}. */
@Export
@Version("1.0.0")
package org.dylink.example.expat;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
