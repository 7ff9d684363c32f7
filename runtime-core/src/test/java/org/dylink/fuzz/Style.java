package org.dylink.fuzz;

/** What a case's functions are like. All but the first go where a JVM method has its limits. */
enum Style {
  SMALL(40, 6, 1),
  LONG(1_500, 20, 4),
  SWITCH(60, 20, 4),
  NESTED(60, 10, 4),
  MANY_LOCALS(300, 1_000, 4),
  VECTORS(40, 8, 1),
  MANY_VECTORS(1_500, 24, 4),
  WIDE_VECTORS(40, 8, 1),
  ATOMICS(60, 8, 1),
  PRIVATE_ATOMICS(60, 8, 1),
  WIDE_ATOMICS(60, 8, 1),
  MANY_ATOMICS(1_500, 24, 4);

  private final int steps;
  private final int locals;
  private final int timesSlower;

  Style(int steps, int locals, int timesSlower) {
    this.steps = steps;
    this.locals = locals;
    this.timesSlower = timesSlower;
  }

  /** How many steps a function may have at most. */
  int steps() {
    return steps;
  }

  int locals() {
    return locals;
  }

  int fuel() {
    return 200 / timesSlower;
  }

  boolean isLarge() {
    return timesSlower > 1;
  }

  /** Whether they have vectors; V8 of node 20 knows them, but not try_table. */
  boolean hasVectors() {
    return this == VECTORS || this == MANY_VECTORS || this == WIDE_VECTORS;
  }

  /** Whether addresses have 64 bits. */
  boolean isWide() {
    return this == WIDE_VECTORS || this == WIDE_ATOMICS;
  }

  /** Whether they have atomic instructions. */
  boolean hasAtomics() {
    return this == PRIVATE_ATOMICS || isShared();
  }

  /** Whether their memory may be shared by threads. */
  boolean isShared() {
    return this == ATOMICS || this == WIDE_ATOMICS || this == MANY_ATOMICS;
  }
}
