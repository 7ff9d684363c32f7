/** Binds an interface to a program: what is generated, and how values get into memory and back. */
package org.dylink.binding.marshal;
