/**
 * What the linker knows of libraries and programs in this framework, as values to look at: the
 * service {@link org.dylink.linker.runtime.LinkerRuntime} and its DTOs.
 */
@Export
@Version("1.0.0")
package org.dylink.linker.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
