/** Turns bare modules into bundles: {@code wasm:file:/usr/lib/wasm/libfoo.so}. */
package org.dylink.deployer;
