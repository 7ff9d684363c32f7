/** What the bnd plugin cannot do itself, as it is built before the linker and the binding are. */
package org.dylink.bnd.check;
