package org.dylink.linker.link.dl;

import java.util.List;
import java.util.Set;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.OpenFlag;

/** The second argument of dlopen, with the values of wasi-libc's dlfcn.h. */
public final class DlMode {
  private static final int LAZY = 1;
  private static final int NOW = 2;
  private static final int NOLOAD = 4;
  private static final int LOCAL = 8; // wasi-libc's; elsewhere it is 0
  private static final int GLOBAL = 256;
  private static final int NODELETE = 4096;
  private static final int ALL = LAZY | NOW | NOLOAD | LOCAL | GLOBAL | NODELETE;

  private final int bits;

  DlMode(int bits) {
    this.bits = bits;
  }

  public static DlMode of(Set<OpenFlag> flags) {
    return new DlMode(
        (flags.contains(OpenFlag.LAZY) ? LAZY : NOW)
            | (flags.contains(OpenFlag.NOLOAD) ? NOLOAD : 0)
            | (flags.contains(OpenFlag.GLOBAL) ? GLOBAL : 0)
            | (flags.contains(OpenFlag.NODELETE) ? NODELETE : 0));
  }

  /**
   * Refuses what dlopen refuses, in glibc's words: a bit that means nothing, and neither of
   * RTLD_LAZY and RTLD_NOW.
   *
   * @param file what was to be opened; null for the program
   */
  void check(String file) throws LinkException {
    if ((bits & ~ALL) != 0) {
      throw invalid("", "invalid mode parameter");
    } else if ((bits & (LAZY | NOW)) == 0) {
      throw invalid(file == null ? "" : file, "invalid mode for dlopen(): Invalid argument");
    }
  }

  private static LinkException invalid(String file, String detail) {
    String message = file.isEmpty() ? detail : file + ": " + detail;
    return new LinkException(List.of(new Problem(Reason.UNSUPPORTED, file, "", "", message)), null);
  }

  /** Undefined functions are an error at once; else, RTLD_LAZY, when they are called. */
  boolean isNow() {
    return (bits & NOW) != 0;
  }

  boolean isNoLoad() {
    return (bits & NOLOAD) != 0;
  }

  /** Later libraries may be bound to it; else, RTLD_LOCAL, only what it needs itself. */
  boolean isGlobal() {
    return (bits & GLOBAL) != 0;
  }

  boolean isNoDelete() {
    return (bits & NODELETE) != 0;
  }
}
