/** What provider and consumer have in common. */
@Export
@Version("1.0.0")
package org.dylink.remote.checksums;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
