package org.dylink.machine.ir;

import org.dylink.format.FunctionType;

/**
 * A function that takes much of the stack is two: one that looks whether there is so much, and one
 * that goes on in its place. In one function LLVM may put a parameter anywhere in the frame before
 * the comparison is made, that is beyond the stack's end, where the guest must not write.
 */
public final class LargeFunction {
  /** What follows the name of the one that takes much. */
  public static final String SUFFIX = ".large";

  private LargeFunction() {}

  /**
   * The one that looks.
   *
   * @param given what both take, as a definition and a call of it have it
   * @param size how many bytes the other takes at most
   */
  static String entry(
      String linkage, String name, FunctionType type, String given, Machine machine, long size) {
    FunctionText text = new FunctionText(machine);
    StackCheck.write(text, size);
    String result = Results.typeOf(type);
    Results.goOn(text, type, "call tailcc " + result + " " + name + SUFFIX + given + " #2");
    return "define %s tailcc %s %s%s #0 {\n%s}\n"
        .formatted(linkage, result, name, given, text.body());
  }
}
