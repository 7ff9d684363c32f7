/**
 * What stands beside the libraries: the functions of the host's, opened for one program, and what a
 * plain module sees of them.
 */
package org.dylink.linker.link.host;
