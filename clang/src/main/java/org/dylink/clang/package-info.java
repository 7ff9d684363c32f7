/** Makes the artifact: clang as a program of WebAssembly, with what it runs often compiled. */
package org.dylink.clang;
