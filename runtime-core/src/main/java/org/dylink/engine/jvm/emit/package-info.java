/**
 * Makes JVM classes of function bodies and of function types. What an instruction becomes stands in
 * {@link org.dylink.engine.jvm.emit.LoweringTable}; {@link
 * org.dylink.engine.jvm.emit.FunctionClassWriter} is the way of one function.
 */
package org.dylink.engine.jvm.emit;
