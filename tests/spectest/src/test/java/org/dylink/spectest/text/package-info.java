/** Assembles scripts in the text format that wast2json does not know: those with exnref. */
package org.dylink.spectest.text;
