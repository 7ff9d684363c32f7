/** The reserve of Java stack that guests leave to the host. */
package org.dylink.engine.stack;
