/**
 * Second room of a bind: the memory of a program as Java uses it. A {@code BoundLibrary} is the
 * library in its program; in its turn a {@code CallingThread} takes scratch memory for a call and
 * gives it back, and strings, arrays and structs are read and written. Knows the shapes of records
 * and the program, and nothing of methods: what a parameter becomes is the next room's ({@code
 * value}).
 */
package org.dylink.binding.memory;
