/** The macros of a header, and their values. */
package org.dylink.bindgen.macro;
