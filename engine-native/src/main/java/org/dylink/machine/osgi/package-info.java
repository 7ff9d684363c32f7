/** The engine as a service. */
package org.dylink.machine.osgi;
