package org.dylink.binding.code;

/** The numbers of the constants that all methods of a generated class use. */
record SharedConstants(int entrance, int library) {}
