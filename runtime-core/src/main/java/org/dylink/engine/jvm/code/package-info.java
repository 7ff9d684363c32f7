/**
 * What the code of a module is: its instructions ({@link org.dylink.engine.jvm.code.Opcode}), a
 * decoded {@link org.dylink.engine.jvm.code.Body}, and the sections that an engine needs
 * (WebAssembly Core, Binary Format). Knows neither the JVM's code nor how anything runs.
 */
package org.dylink.engine.jvm.code;
