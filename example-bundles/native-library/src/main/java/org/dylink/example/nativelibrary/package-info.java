/** Functions of the machine's native libraries for wasm programs. */
@Export
@Version("1.0.0")
package org.dylink.example.nativelibrary;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
