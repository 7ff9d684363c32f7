/**
 * Instances as generated code sees them, their functions and how these are called: through import
 * arrays, tables, slots and from Java, with traps, exceptions and stops on the way out. Public for
 * generated classes, which have loaders of their own. No code here knows how classes are generated.
 */
package org.dylink.engine.jvm.run.call;
