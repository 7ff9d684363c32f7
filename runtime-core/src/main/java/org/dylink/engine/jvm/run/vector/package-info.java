/**
 * Instructions on vectors (WebAssembly Core, Execution, Vector Instructions). A vector is two
 * longs, and most instructions do the same to both; a method here makes one of them. Lanes are done
 * all at once, as parts of a long, where that is shorter than one after the other.
 */
package org.dylink.engine.jvm.run.vector;
