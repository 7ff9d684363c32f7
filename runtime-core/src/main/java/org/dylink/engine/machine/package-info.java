/** Machine code: the form of an object, and what compiler and engine agree on. */
package org.dylink.engine.machine;
