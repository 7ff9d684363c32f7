/** Bound interfaces as services: the extender for the header {@code Wasm-Service}. */
package org.dylink.binding.osgi;
