/** XZ Utils, compiled to WebAssembly, as a service: {@link org.dylink.example.xz.Xz}. */
@Export
@Version("1.0.0")
package org.dylink.example.xz;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
