package org.dylink.toolchain;

import java.io.OutputStream;

/**
 * The streams of a tool.
 *
 * @param hasInput whether it reads this process's standard input; else there is none
 * @param out for its standard output; stays open
 * @param err for its standard error; may be the same as {@code out}, and then both keep their order
 */
public record ToolStreams(boolean hasInput, OutputStream out, OutputStream err) {}
