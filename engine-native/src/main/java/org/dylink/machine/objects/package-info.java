/** Where machine code comes from, and what of it is trusted. */
package org.dylink.machine.objects;
