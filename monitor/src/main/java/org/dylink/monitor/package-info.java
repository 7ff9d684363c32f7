/**
 * What Dylink does in this framework, in numbers and as a log of the last links: the service {@link
 * org.dylink.monitor.Monitor}, and an MXBean with the same numbers.
 */
@Export
@Version("1.0.0")
package org.dylink.monitor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
