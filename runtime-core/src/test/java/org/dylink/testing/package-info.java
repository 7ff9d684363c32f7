/**
 * What tests of several modules share: builders of small WebAssembly modules, so that a test shows
 * what its bytes mean, the contract that every engine must pass, and the way to the corpus of real
 * libraries.
 */
package org.dylink.testing;
