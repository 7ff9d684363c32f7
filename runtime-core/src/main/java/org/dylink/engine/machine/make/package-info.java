/**
 * How machine code comes to be and where it is kept: a compiler in a process of its own, a folder
 * that is the user's alone. Knows no compiler.
 */
package org.dylink.engine.machine.make;
