/** LLVM: from its representation to an object. */
package org.dylink.machine.llvm;
