/**
 * Reads what a linker must know of a WebAssembly module: its types, imports, exports and the whole
 * {@code dylink.0} section. Plain Java: no framework, no engine.
 *
 * <p>All bytes are untrusted: every count, size and offset is checked before it is used, and what
 * is wrong is reported as a {@link org.dylink.format.MalformedModuleException} that names the
 * module.
 */
@Export
@Version("1.2.0")
package org.dylink.format;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
