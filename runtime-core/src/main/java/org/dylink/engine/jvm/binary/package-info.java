/**
 * Decodes function bodies and the sections that an engine needs (WebAssembly Core, Binary Format).
 */
package org.dylink.engine.jvm.binary;
