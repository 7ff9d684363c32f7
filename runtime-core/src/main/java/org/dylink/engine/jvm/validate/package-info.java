/** Checks function bodies, and knows the types on the stack while they are read. */
package org.dylink.engine.jvm.validate;
