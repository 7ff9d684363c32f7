/** Lua, compiled to WebAssembly, as a service: {@link org.dylink.example.lua.Lua}. */
@Export
@Version("1.0.0")
package org.dylink.example.lua;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
