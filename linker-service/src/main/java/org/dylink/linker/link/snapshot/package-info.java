/**
 * A program as it is after its link, and others that begin as it is. {@code SnapshotSession} takes
 * it and {@code Restoration} makes a program's state of it, between the steps of a link that make
 * its objects.
 */
package org.dylink.linker.link.snapshot;
