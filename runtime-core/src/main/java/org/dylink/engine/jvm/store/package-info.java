/** Keeps compiled classes in files. Plain Java: knows neither the compiler nor the framework. */
package org.dylink.engine.jvm.store;
