/**
 * Makes JVM classes of function bodies and of function types. A body is gone through twice: once to
 * validate and to measure it ({@link org.dylink.engine.jvm.emit.BodyAnalysis}), once to emit it.
 */
package org.dylink.engine.jvm.emit;
