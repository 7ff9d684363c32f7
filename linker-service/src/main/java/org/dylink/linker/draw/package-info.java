/**
 * Pictures of what is linked: SVG without anything from outside it, and text for Graphviz. Names in
 * them come from files, and are escaped.
 */
@Export
@Version("1.0.0")
package org.dylink.linker.draw;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
