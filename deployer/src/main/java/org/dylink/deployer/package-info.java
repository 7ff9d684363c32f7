/**
 * Turns bare modules into bundles: {@code wasm:file:/usr/lib/wasm/libfoo.so}, or a file in a folder
 * that Apache Felix File Install watches.
 */
package org.dylink.deployer;
