/**
 * What events of OSGi leave open: who is at work, and whether a bundle is started. They come in any
 * thread, which may hold locks of the framework. Private: each bundle that needs it has its own.
 */
package org.dylink.linker.settle;
