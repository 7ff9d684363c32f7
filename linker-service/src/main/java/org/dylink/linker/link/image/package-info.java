/**
 * One program inside: {@code ProgramImage} is what its threads share, and {@code LinkBatch} takes
 * libraries into it, step by step, at its start and for each dlopen.
 */
package org.dylink.linker.link.image;
