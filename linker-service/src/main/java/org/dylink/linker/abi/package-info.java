/**
 * The dynamic-linking ABI as words and bytes: the names that it gives a meaning, and the module
 * that stands for a library of Java functions. Private: both may change with the toolchain.
 */
package org.dylink.linker.abi;
