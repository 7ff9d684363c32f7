/** The engine that compiles WebAssembly to JVM bytecode, a function when it is called first. */
package org.dylink.engine.jvm;
