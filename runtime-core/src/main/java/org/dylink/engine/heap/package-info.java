/** What all engines leave of the JVM's heap. */
package org.dylink.engine.heap;
