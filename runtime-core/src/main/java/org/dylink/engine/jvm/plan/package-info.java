/**
 * Decides how a body becomes methods: whole, or in parts that HotSpot compiles, and which method
 * keeps which locals. Reads a {@link org.dylink.engine.jvm.code.Body} and knows nothing of the code
 * that is made of it but what that weighs.
 */
package org.dylink.engine.jvm.plan;
