/**
 * The threads of a program. A {@code GuestThread} is what one of them has to itself, {@code
 * GuestThreads} knows all of them and which one runs here. A program that shares no memory has one,
 * and all of this costs it nothing.
 */
package org.dylink.linker.link.thread;
