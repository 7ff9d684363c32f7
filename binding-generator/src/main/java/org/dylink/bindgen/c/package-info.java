/** What a header declares, and the types of C. */
package org.dylink.bindgen.c;
