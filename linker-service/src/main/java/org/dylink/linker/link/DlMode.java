package org.dylink.linker.link;

import java.util.Set;
import org.dylink.linker.OpenFlag;

/** The second argument of dlopen, with the values of wasi-libc's dlfcn.h. */
final class DlMode {
  private static final int NOW = 2;
  private static final int NOLOAD = 4;
  private static final int GLOBAL = 256;
  private static final int NODELETE = 4096;

  private final int bits;

  DlMode(int bits) {
    this.bits = bits;
  }

  static DlMode of(Set<OpenFlag> flags) {
    return new DlMode(
        (flags.contains(OpenFlag.LAZY) ? 0 : NOW)
            | (flags.contains(OpenFlag.NOLOAD) ? NOLOAD : 0)
            | (flags.contains(OpenFlag.GLOBAL) ? GLOBAL : 0)
            | (flags.contains(OpenFlag.NODELETE) ? NODELETE : 0));
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
