/**
 * C and C++ to WebAssembly, with a clang that is found and a sysroot that is brought along. Plain
 * Java, no bundle's business: {@code dylink cc} and the Maven plugin are on it.
 */
package org.dylink.toolchain;
