package org.dylink.engine.jvm;

/** How the engine can be configured, with the PID {@code org.dylink.engine.jvm}. */
public @interface EngineConfiguration {
  /** {@code lazy}: a function is validated when it is called first; {@code eager}: at once. */
  String verify() default "lazy";

  /**
   * A folder in which compiled classes are kept for later runs, or {@code none}; unless given, what
   * the framework property {@link JvmEngine#CACHE} says, else the framework's storage.
   */
  String cache() default "";
}
