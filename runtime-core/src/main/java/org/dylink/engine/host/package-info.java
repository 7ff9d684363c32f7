/**
 * What Java provides to guests: host libraries, one instance a program. A host library is found by
 * the service registry (whiteboard) and works with every engine.
 */
@Export
@Version("1.0.0")
package org.dylink.engine.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
