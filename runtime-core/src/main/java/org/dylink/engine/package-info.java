/**
 * The engine seam: what a linker asks of whatever runs WebAssembly. An engine is an OSGi service
 * {@link org.dylink.engine.Engine}; no signature here names a type of any engine.
 *
 * <p>Types, imports and exports are those of {@code org.dylink.format}. Errors: a module that the
 * engine refuses is an {@link org.dylink.engine.InvalidModuleException}; a guest that traps is a
 * {@link org.dylink.engine.TrapException}.
 */
@Export
@Version("1.0.0")
package org.dylink.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
