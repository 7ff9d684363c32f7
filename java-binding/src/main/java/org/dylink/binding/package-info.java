/**
 * C libraries as Java interfaces: what describes an interface, and what its methods take and give.
 * {@link org.dylink.binding.plain} binds one without OSGi; in a framework the header {@code
 * Wasm-Service} makes it a service.
 */
@Export
@Version("1.0.0")
package org.dylink.binding;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
