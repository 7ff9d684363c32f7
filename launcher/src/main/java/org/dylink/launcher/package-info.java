/**
 * Programs that run with the framework: each configuration of the factory PID {@code
 * org.dylink.program} is one, and a service {@link org.dylink.launcher.ConfiguredProgram}.
 */
@Export
@Version("1.1.0")
package org.dylink.launcher;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
