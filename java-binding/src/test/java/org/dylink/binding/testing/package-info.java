/** A linker for tests. */
package org.dylink.binding.testing;
