package org.dylink.benchmarks;

/** A JVM that does nothing: startup.sh measures others against it. */
public final class EmptyJvm {
  private EmptyJvm() {}

  /** Returns. */
  public static void main(String[] arguments) {}
}
