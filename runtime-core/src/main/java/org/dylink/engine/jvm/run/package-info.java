/**
 * What generated code calls and works on. Public for that alone: generated classes have loaders of
 * their own. No code here knows how classes are generated.
 */
package org.dylink.engine.jvm.run;
