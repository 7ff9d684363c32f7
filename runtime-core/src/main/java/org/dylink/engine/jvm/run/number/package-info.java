/**
 * Instructions on numbers that are more than one instruction of the JVM: pure functions that
 * generated code calls, one method an instruction.
 */
package org.dylink.engine.jvm.run.number;
