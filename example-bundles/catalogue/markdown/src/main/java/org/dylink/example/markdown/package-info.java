/**
 * pulldown-cmark, compiled to WebAssembly, as a service: {@link
 * org.dylink.example.markdown.Markdown}.
 */
@Export
@Version("1.0.0")
package org.dylink.example.markdown;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
