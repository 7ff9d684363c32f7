/** Regular expressions for C programs. */
@Export
@Version("1.0.0")
package org.dylink.example.regex;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
