package org.dylink.shell;

import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.linker.runtime.ThreadDTO;

/**
 * A line of what {@code wasm:ps -t} returns.
 *
 * @param program whose thread it is
 * @param thread one of its threads
 */
public record ListedThread(ProgramDTO program, ThreadDTO thread) {}
