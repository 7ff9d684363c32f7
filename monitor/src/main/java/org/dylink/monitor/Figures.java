package org.dylink.monitor;

/**
 * Numbers at one moment. What is called a total only grows; times are in milliseconds, sizes in
 * bytes.
 *
 * @param programs programs that are not closed
 * @param memory what their memories have together
 * @param guestThreads the threads that they have together
 * @param libraries libraries of all bundles, in any state
 * @param waitingLibraries those that wait for something
 * @param failedLibraries those that cannot be read
 * @param linkTotal programs that were linked
 * @param linkFailureTotal those that could not be
 * @param linkTimeTotal how long all these links took
 * @param openTotal libraries that running programs have opened, as by dlopen
 * @param openTimeTotal how long that took
 * @param trapTotal traps that have ended a program, or a call from Java
 * @param stopTotal programs that were stopped, or ran out of time
 * @param compiledTotal functions that the engines have compiled, since they were made
 * @param compileTimeTotal how long that took
 * @param keptTotal functions that were not compiled, as their code was kept
 */
public record Figures(
    long programs,
    long memory,
    long guestThreads,
    long libraries,
    long waitingLibraries,
    long failedLibraries,
    long linkTotal,
    long linkFailureTotal,
    double linkTimeTotal,
    long openTotal,
    double openTimeTotal,
    long trapTotal,
    long stopTotal,
    long compiledTotal,
    double compileTimeTotal,
    long keptTotal) {}
