/*
 * What a library can say for its replacement in a running program (docs/guide-replace.md).
 *
 * A library whose data is laid out as that of the one before needs none of this: its data stays.
 */
#ifndef DYLINK_H
#define DYLINK_H

/*
 * Tells the size of an exported variable. wasm-ld tells none, so that without it a variable counts
 * as large as the space to the next exported one. Stands once, where the variable is defined:
 *
 *     int counter;
 *     DYLINK_STATE(counter);
 */
#define DYLINK_STATE(variable) \
    __attribute__((visibility("default"))) const unsigned dylink_size_##variable = sizeof(variable)

/*
 * Called in the old library when its data must move, before anything has changed. What it returns
 * is what dylink_restore of the new library gets: the address of a variable, or of memory that it
 * has allocated for it. It must leave the library as it is: the replacement may still fail.
 */
__attribute__((visibility("default"))) void *dylink_save(void);

/*
 * Called in the new library, whose exported variables have the values of the old one's by then. Its
 * other variables have their first values, and its constructors have not run, nor will they.
 *
 * Returns 0 if nobody points into the old library's data any more, so that its memory can be used
 * for something else; 1 if it must stay, as long as the program runs. Anything else refuses the
 * replacement, and the program goes on with the old library.
 */
__attribute__((visibility("default"))) int dylink_restore(void *saved);

#endif
