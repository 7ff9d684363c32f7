package org.dylink.machine.run;

/** Where a copy goes, where it comes from, and how much it is; unsigned numbers of 32 bits. */
record CopiedRange(long target, long source, long size) {}
