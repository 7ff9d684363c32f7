package org.dylink.binding.marshal;

/** The numbers of the constants that all methods of a generated class use. */
record SharedConstants(int entrance, int scratch, int failures) {}
