/**
 * Decodes and checks function bodies: what comes out is a {@link org.dylink.engine.jvm.code.Body},
 * and nobody reads the bytes again.
 */
package org.dylink.engine.jvm.validate;
