/**
 * First step of a link: which libraries there are. {@code LibraryLoader} asks a {@code
 * LibrarySearch} for what is needed, breadth first; an {@code EngineSource} says who runs it, and
 * {@code ModuleCache} has what engines have compiled. Nothing is known of symbols here.
 */
package org.dylink.linker.link.load;
