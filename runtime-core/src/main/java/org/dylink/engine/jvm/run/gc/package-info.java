/** Structs, arrays and small integers that the JVM collects, and what instructions do with them. */
package org.dylink.engine.jvm.run.gc;
