/** Binds interfaces to libraries from Java code, with OSGi or without. */
@Export
@Version("1.0.0")
package org.dylink.binding.plain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
