/**
 * Runs the scripts of the WebAssembly spec suite against each engine, through {@code
 * org.dylink.engine} alone. {@link org.dylink.spectest.SpecSuiteTest} is where to begin.
 */
package org.dylink.spectest;
