/**
 * First room of a bind: what an interface looks like to C. Methods, parameters, records, unsigned
 * numbers and functional interfaces are read from Java's reflection and our annotations, once and
 * without a program; all that C has no place for is told here. Knows no engine, no memory and no
 * library: the next rooms ({@code memory}, {@code value}, {@code code}) do as the shapes say.
 */
package org.dylink.binding.shape;
