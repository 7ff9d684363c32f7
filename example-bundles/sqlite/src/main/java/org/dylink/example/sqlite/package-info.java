/** SQLite, compiled to WebAssembly, as services: {@link org.dylink.example.sqlite.Databases}. */
@Export
@Version("1.0.0")
package org.dylink.example.sqlite;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
