/**
 * libjpeg-turbo, compiled to WebAssembly, as a service: {@link
 * org.dylink.example.libjpeg.TurboJpeg}.
 */
@Export
@Version("1.0.0")
package org.dylink.example.libjpeg;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
