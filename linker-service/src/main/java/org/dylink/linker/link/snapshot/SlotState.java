package org.dylink.linker.link.snapshot;

/**
 * A function in a table.
 *
 * @param place which library it is of, in load order
 * @param function its index in the module
 * @param isAddress whether C knows the function by this slot
 */
record SlotState(int slot, int place, int function, boolean isAddress) {}
