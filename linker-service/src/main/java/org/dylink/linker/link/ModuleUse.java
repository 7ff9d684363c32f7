package org.dylink.linker.link;

/** Why a library stays in a program: it came with the program, or dlopen holds it. */
final class ModuleUse {
  /** What a failed dlopen goes back to. */
  record Mark(boolean kept, int opens) {}

  private boolean later;
  private boolean kept;
  private int opens;

  /** Notes that it was not there when the program started. */
  void addLater() {
    later = true;
  }

  boolean isLater() {
    return later;
  }

  /**
   * Notes a dlopen.
   *
   * @param noDelete whether it must stay for good
   */
  void opened(boolean noDelete) {
    opens++;
    kept |= noDelete;
  }

  /** Notes a dlclose; false if there was no dlopen for it. */
  boolean closed() {
    if (opens == 0) {
      return false;
    }
    opens--;
    return true;
  }

  Mark mark() {
    return new Mark(kept, opens);
  }

  void goBackTo(Mark mark) {
    kept = mark.kept();
    opens = mark.opens();
  }

  /** Whether it stays even if nothing else in the program uses it. */
  boolean isHeld() {
    return !later || kept || opens > 0;
  }
}
