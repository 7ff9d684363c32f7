/** LZ4, compiled to WebAssembly, as a service: {@link org.dylink.example.lz4.Lz4}. */
@Export
@Version("1.0.0")
package org.dylink.example.lz4;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
