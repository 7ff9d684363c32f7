/** One program from outside: what who has linked it can do with it. */
package org.dylink.linker.link.program;
