/** libpng, compiled to WebAssembly, as a service: {@link org.dylink.example.libpng.Png}. */
@Export
@Version("1.0.0")
package org.dylink.example.libpng;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
