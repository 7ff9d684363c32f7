package org.dylink.engine.machine;

/**
 * Where what generated code needs of the Java thread that runs it lies in memory: a pointer to it
 * is pinned in a register while generated code runs. All offsets are in bytes.
 */
public final class ThreadLayout {
  /** The stack pointer of the innermost entry from Java: where a trap unwinds to. */
  public static final int ENTRY = 0;

  /**
   * The lowest address that a function's frame may lie at; above all while a program is to stop.
   */
  public static final int STACK_LIMIT = 8;

  /** Above all addresses while a program is to stop, else 0; loops look at it. */
  public static final int STOP = 16;

  /** The address of the only function of Java that generated code calls. */
  public static final int SERVICE = 24;

  /** The address of the C library's memmove. */
  public static final int MEMMOVE = 32;

  /** The address of the C library's memset. */
  public static final int MEMSET = 40;

  /** Of the last trap: its code, an i32. */
  public static final int TRAP = 48;

  /** Of the last trap: a number that its message has. */
  public static final int FIRST_DETAIL = 56;

  /** Of the last trap: another number that its message has. */
  public static final int SECOND_DETAIL = 64;

  /** Of the last trap: how many return addresses there are. */
  public static final int FRAME_COUNT = 72;

  /** The address of the C library's fma. */
  public static final int FMA = 80;

  /** The address of the C library's fmaf. */
  public static final int FMAF = 88;

  /**
   * Where a throw goes on: the address of the first link of a chain, whose first word is the
   * address of the next; 0 if no function since the innermost entry from Java catches.
   */
  public static final int HANDLER = 96;

  /** What was thrown last, as generated code knows references. */
  public static final int EXCEPTION = 104;

  /** The number of the tag of what was thrown last; 0 if it has none. */
  public static final int EXCEPTION_TAG = 112;

  /**
   * The address of the words that Java was called with last: the stack reaches as low, or lower.
   */
  public static final int WORDS = 120;

  /**
   * The frame of the function that has called Java last. An entry from Java puts it back when it is
   * left.
   */
  public static final int CALLING = 128;

  /** Which thread of a guest this is, of all that there ever were; 0 if the guest has one. */
  public static final int GUEST = 136;

  /** The thread's number among those of its program. */
  public static final int NUMBER = 144;

  /** An i32 of Java's alone: 0 while it is Java that runs. */
  public static final int RUNS = 152;

  /** Behind what {@link #ENTRY} says: the frame of who called Java when that entered. */
  public static final int ENTRY_CALLING = 8;

  /** What the function of Java answers when a handler is to go on; 0 is fine, 1 ends all. */
  public static final int CAUGHT = 2;

  /** Of the last trap: the return addresses of the functions that ran, innermost first. */
  public static final int FRAMES = 160;

  /** How many return addresses a trap keeps at most. */
  public static final int MOST_FRAMES = 256;

  /**
   * How many bytes a function's frame may have without a comparison of its end with {@link
   * #STACK_LIMIT}: below that there is room for two of these, one of a function that calls nothing,
   * and for Java.
   */
  public static final int UNCHECKED_FRAME = 32 << 10;

  /**
   * Words of a call's arguments that do not lie in registers: who is called reads them before it
   * does anything else.
   */
  public static final int ARGUMENTS = FRAMES + 8 * MOST_FRAMES;

  /** The size of all of it. A value has two words at most. */
  public static final int SIZE = ARGUMENTS + 16 * MachineFeatures.MOST_VALUES;

  private ThreadLayout() {}
}
