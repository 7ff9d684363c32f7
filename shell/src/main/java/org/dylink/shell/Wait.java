package org.dylink.shell;

import org.dylink.linker.runtime.LibraryDTO;

/**
 * A line of what {@code wasm:why} returns.
 *
 * @param depth how many libraries wait for this one, each for the next; 0 for the one asked about
 * @param library who waits, or is waited for
 * @param reason why it is not available; empty if it is
 */
public record Wait(int depth, LibraryDTO library, String reason) {}
