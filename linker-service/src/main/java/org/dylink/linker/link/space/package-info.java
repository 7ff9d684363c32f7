/**
 * Third step: where everything lies. {@code RegionPlacer} gives each library its part, {@code
 * AddressSpace} has memory, table and stack, and knows which function has which slot.
 */
package org.dylink.linker.link.space;
