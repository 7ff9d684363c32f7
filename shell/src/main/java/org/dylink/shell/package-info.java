/**
 * Gogo commands of scope {@code wasm} over {@code org.dylink.linker}, a class a command, and the
 * converters that print what they return.
 */
package org.dylink.shell;
