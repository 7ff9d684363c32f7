/** Runs machine code: the engine {@code native}. */
package org.dylink.machine.run;
