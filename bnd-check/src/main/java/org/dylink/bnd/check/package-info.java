/** What the bnd plugin cannot know, as it is built before the binding is. */
package org.dylink.bnd.check;
