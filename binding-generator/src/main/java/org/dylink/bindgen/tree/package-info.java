/** Clang's tree of a header, and what it declares. */
package org.dylink.bindgen.tree;
