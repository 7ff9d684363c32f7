/**
 * Reads configurations, for bundles whose own say the same as the linker's: a property means the
 * same in each, and a value that is no good is told of alike.
 */
@Export
@Version("1.0.0")
package org.dylink.linker.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
