/**
 * Last room of a bind, and its door: {@code InterfaceBinder} makes the object. The code of its
 * calls is generated here, of shapes, and calls the arguments and results of the room before
 * ({@code value}) in a program's turn. Alone names ASM.
 */
package org.dylink.binding.code;
