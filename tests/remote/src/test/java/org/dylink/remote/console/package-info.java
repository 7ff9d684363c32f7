/** What the test asks a node by standard input. */
@Export
@Version("1.0.0")
package org.dylink.remote.console;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
