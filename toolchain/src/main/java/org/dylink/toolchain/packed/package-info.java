/**
 * Clang as a program of WebAssembly, for machines that have none: it comes in a jar, and runs in a
 * process of Java's that stays for the next command.
 */
package org.dylink.toolchain.packed;
