package org.dylink.binding.osgi;

import org.dylink.linker.Library;
import org.osgi.framework.ServiceReference;

/**
 * A library that can be linked.
 *
 * @param reference its service
 * @param library the same
 */
record Offer(ServiceReference<Library> reference, Library library) {}
