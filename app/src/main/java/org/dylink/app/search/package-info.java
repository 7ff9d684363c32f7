/**
 * Finds the files of a program, as ld.so does: what MAIN needs, what that needs, and so on. Files
 * only; what becomes of them is not known here.
 */
package org.dylink.app.search;
