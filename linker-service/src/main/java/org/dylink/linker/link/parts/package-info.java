/**
 * What a program is made of: a {@code Place} for each library, the {@code Occupant} that stands in
 * it, and a {@code GuestThread} with the instances and stacks of one thread. All other rooms work
 * on these, and this one knows none of them.
 */
package org.dylink.linker.link.parts;
