/**
 * Puts a library in the place of another while the program runs: quiet, compare, swap, publish.
 * {@code ReplaceSession} is the recipe.
 */
package org.dylink.linker.link.replace;
