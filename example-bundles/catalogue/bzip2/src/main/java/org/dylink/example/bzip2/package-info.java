/** bzip2, compiled to WebAssembly, as a service: {@link org.dylink.example.bzip2.Bzip2}. */
@Export
@Version("1.0.0")
package org.dylink.example.bzip2;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
