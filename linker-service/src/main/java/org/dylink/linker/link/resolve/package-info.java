/**
 * Second step: what each import is bound to. {@code Resolver} searches, once; what it finds is a
 * {@code Resolution}, a value that everybody reads who wants to know who is bound to whom. No
 * instance and no address is in it.
 */
package org.dylink.linker.link.resolve;
