/** What becomes of declarations in Java, and its source. */
package org.dylink.bindgen.emit;
