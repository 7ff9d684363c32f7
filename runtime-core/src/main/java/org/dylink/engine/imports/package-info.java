/** What all engines check alike when a module is instantiated. */
package org.dylink.engine.imports;
