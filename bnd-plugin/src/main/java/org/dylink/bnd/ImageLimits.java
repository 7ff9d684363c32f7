package org.dylink.bnd;

import java.util.OptionalLong;

/**
 * What a program is linked with, as far as an image depends on it.
 *
 * @param stackSize bytes of stack; empty for the linker's own number
 * @param maxMemory bytes that its memory may have; empty for the linker's own number
 */
public record ImageLimits(OptionalLong stackSize, OptionalLong maxMemory) {}
