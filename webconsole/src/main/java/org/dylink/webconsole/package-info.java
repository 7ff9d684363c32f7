/** A page of Apache Felix' Web Console: libraries, programs, and who is bound to whom. */
package org.dylink.webconsole;
