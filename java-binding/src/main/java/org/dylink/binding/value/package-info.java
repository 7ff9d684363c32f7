/**
 * Third room of a bind: how a value of Java's becomes one of C's and back, a class for each kind.
 * An {@code Argument} puts a parameter where C finds it, a {@code Result} makes an object of what
 * was returned, and lambdas become function pointers. All of it is for any object of an interface:
 * which program it is, the {@code CallingThread} says. Knows shapes and memory, and not the code
 * that calls it ({@code code}).
 */
package org.dylink.binding.value;
