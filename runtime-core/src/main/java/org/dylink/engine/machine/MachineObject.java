package org.dylink.engine.machine;

import java.util.List;

/**
 * Machine code of a module: one image that is mapped as it is, at any address, and refers to
 * nothing outside of itself. What it needs of Java it is given at run time. Offsets are in bytes
 * from the image's beginning.
 *
 * @param target what it runs on: {@code linux-x86_64}
 * @param digest of the module that it was made of
 * @param enter where the code is by which Java enters
 * @param functions the module's own functions, by index without imports
 * @param types for each type of the module, the code between Java and functions of that type
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares objects
public record MachineObject(
    String target,
    String digest,
    byte[] image,
    int enter,
    List<Range> functions,
    List<Crossing> types) {
  /** Where a function's code is. */
  public record Range(int from, int size) {}

  /**
   * The code between Java and functions of one type.
   *
   * @param in calls a function with arguments that lie in memory
   * @param out puts arguments into memory and calls Java
   */
  public record Crossing(int in, int out) {}
}
