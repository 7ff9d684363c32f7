/**
 * The linker without a framework: {@link org.dylink.linker.embed.Dylink} finds engines and host
 * libraries by {@code ServiceLoader}, and libraries in folders, on the class path and in memory.
 */
@Export
@Version("1.0.0")
package org.dylink.linker.embed;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
