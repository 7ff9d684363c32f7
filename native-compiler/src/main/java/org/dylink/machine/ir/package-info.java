/** A module as text of LLVM's intermediate representation; needs no LLVM. */
package org.dylink.machine.ir;
