/** Who decides whose machine code is run. */
@Export
@Version("0.1.0")
package org.dylink.machine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
