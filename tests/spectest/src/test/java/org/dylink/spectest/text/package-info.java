/** Assembles scripts of the spec suite: their modules, and their commands as JSON. */
package org.dylink.spectest.text;
