/** Interfaces of C libraries that bundles of the tests offer as services. */
@Export
@Version("1.0.0")
package org.dylink.itest.bound;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
