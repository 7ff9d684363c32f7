/**
 * Memories, one class a kind, and the instructions on them. Generated code reaches a memory through
 * a {@code MemoryView}, which is what an instance's state begins with; nothing here knows what an
 * instance is besides.
 */
package org.dylink.engine.jvm.run.memory;
