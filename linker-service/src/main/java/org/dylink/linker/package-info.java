/**
 * Links WebAssembly shared libraries into programs. {@link org.dylink.linker.Linker} is an OSGi
 * service; every library of a started bundle is a service {@link org.dylink.linker.Library}.
 */
@Export
@Version("1.0.0")
package org.dylink.linker;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
