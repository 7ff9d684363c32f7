/** Zstandard, compiled to WebAssembly, as a service: {@link org.dylink.example.zstd.Zstd}. */
@Export
@Version("1.0.0")
package org.dylink.example.zstd;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
