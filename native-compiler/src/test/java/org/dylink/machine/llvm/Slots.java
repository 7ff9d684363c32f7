package org.dylink.machine.llvm;

/**
 * Words of a function's own frame. What lies there is named by its distance from where the stack
 * was when the function was entered, or from where it was aligned behind that, and by its length.
 */
final class Slots {
  /** Where the stack was at first: there lies where the function returns to. */
  static final String FRAME = "frame";

  /** Where the stack was aligned. */
  static final String ALIGNED = "aligned";

  // Where the stack was before it was aligned: what is pushed before lies above.
  private static final String BEFORE = "rsp before";

  // Below the stack's end a function that calls none may have so much.
  private static final int RED_ZONE = 128;

  private Slots() {}

  static boolean isOfFrame(Term at) {
    return at.parts().isEmpty() && (at.root().equals(FRAME) || at.root().equals(ALIGNED));
  }

  static String name(Term at, int bytes) {
    return at.root() + " " + at.constant() + " " + bytes;
  }

  /** Aligns the stack, once, which lies somewhere below from then on. */
  static Term align(MachineState state, Term stack) {
    if (!stack.root().equals(FRAME) || !stack.parts().isEmpty()) {
      return Term.root("mixed");
    }
    state.places.put(BEFORE, stack);
    return Term.root(ALIGNED);
  }

  /** Whether a place is the function's own: between the stack's end and who called. */
  static boolean isIn(MachineState state, Term at, int bytes) {
    Term end = state.places.get("rsp");
    Term before = state.places.get(BEFORE);
    if (!at.parts().isEmpty() || !end.parts().isEmpty() || at.constant() + bytes > 0) {
      return false;
    } else if (at.root().equals(end.root())) {
      return at.constant() >= end.constant() - RED_ZONE;
    }
    return at.root().equals(FRAME) && before != null && at.constant() >= before.constant();
  }

  /** What is known to lie there, or null. */
  static Term load(MachineState state, Term at, int bytes) {
    Term found = state.places.get(name(at, bytes));
    Term whole = bytes == 4 ? state.places.get(name(at, 8)) : null;
    return found == null && whole != null && whole.isNumber()
        ? X86Operands.narrowed(state, whole, 32)
        : found;
  }

  /** Forgets what lies in so many bytes, or in some of them. */
  static void forget(MachineState state, Term from, int bytes) {
    long begin = from.constant();
    state
        .places
        .keySet()
        .removeIf(
            each ->
                isOf(each, from.root())
                    && place(each) < begin + bytes
                    && place(each) + length(each) > begin);
  }

  /** Forgets what lies below the stack's end, as it is who is called's. */
  static void forgetBelow(MachineState state) {
    Term end = state.places.get("rsp");
    state.places.keySet().removeIf(each -> isOf(each, end.root()) && place(each) < end.constant());
  }

  private static boolean isOf(String slot, String root) {
    return slot.startsWith(root + " ");
  }

  private static long place(String slot) {
    return Long.parseLong(slot.split(" ", -1)[1]);
  }

  private static int length(String slot) {
    return Integer.parseInt(slot.split(" ", -1)[2]);
  }
}
