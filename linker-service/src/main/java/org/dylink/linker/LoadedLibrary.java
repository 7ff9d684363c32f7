package org.dylink.linker;

/**
 * A library in a program: what a link_map entry is to ELF.
 *
 * @param library what was loaded
 * @param data its data, at its memory base
 * @param slots its functions whose addresses are taken, at its table base
 */
public record LoadedLibrary(Library library, DataRegion data, TableRegion slots) {}
