/**
 * The ld.so algorithm. {@code LinkSession} is its recipe and reads top down; each step has a room
 * of its own: {@code load}, {@code resolve}, {@code space}, {@code bind}. {@code parts} is what
 * they work on, {@code host} what stands beside, {@code image} and {@code program} are the result
 * from inside and from outside, and {@code dl} goes through the same steps again while a program
 * runs. {@code snapshot} has a program begin where another one was. {@code thread} has the threads
 * of a program, {@code spawn} begins them.
 *
 * <pre>
 * link -> snapshot -> image;  program -> replace -> dl;  program -> snapshot
 * link -> program -> dl, spawn -> image -> bind -> host -> resolve -> thread -> parts
 *                                          bind -> space -> parts;  load -> parts
 * </pre>
 */
package org.dylink.linker.link;
