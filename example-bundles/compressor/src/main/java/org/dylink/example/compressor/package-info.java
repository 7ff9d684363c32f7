/** A component that compresses with a C library. */
@Export
@Version("1.0.0")
package org.dylink.example.compressor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
