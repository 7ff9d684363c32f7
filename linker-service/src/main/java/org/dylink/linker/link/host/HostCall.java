package org.dylink.linker.link.host;

/**
 * A function of the host's that a program has called.
 *
 * @param module the name of its library
 * @param function its own
 */
public record HostCall(String module, String function) {}
