/** PCRE2, compiled to WebAssembly, as a service: {@link org.dylink.example.pcre2.Pcre2}. */
@Export
@Version("1.0.0")
package org.dylink.example.pcre2;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
