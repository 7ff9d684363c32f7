/**
 * What a program is made of: a {@code Place} for each library, and the {@code Occupant} that stands
 * in it. All other rooms work on these, and this one knows none of them.
 */
package org.dylink.linker.link.parts;
