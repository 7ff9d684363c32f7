/**
 * Compares engines with each other, on random modules that are valid and on modules that are nearly
 * right. {@link org.dylink.fuzz.EnginePair} says which engines; {@link
 * org.dylink.fuzz.DifferentialTest} is where to begin.
 */
package org.dylink.fuzz;
