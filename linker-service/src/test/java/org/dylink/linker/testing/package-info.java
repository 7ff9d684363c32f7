/** What the linker's tests share: libraries without bundles, host libraries, shapes of modules. */
package org.dylink.linker.testing;
