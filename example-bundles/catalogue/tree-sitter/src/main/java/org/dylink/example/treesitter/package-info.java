/**
 * tree-sitter, compiled to WebAssembly, as a service: {@link
 * org.dylink.example.treesitter.TreeSitter}.
 */
@Export
@Version("1.0.0")
package org.dylink.example.treesitter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
