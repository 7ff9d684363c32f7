package org.dylink.engine.jvm.store;

/** Defines one class; all others come from its owner's loader. */
final class KeptClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /**
   * @param owner stack traces show its name for this one
   */
  KeptClassLoader(ClassLoader owner) {
    super(owner.getName(), owner);
  }

  /**
   * Defines the class and verifies it.
   *
   * @throws LinkageError if it is not what the JVM takes
   */
  Class<?> define(String name, byte[] bytes) {
    Class<?> made = defineClass(name, bytes, 0, bytes.length);
    try {
      return Class.forName(name, true, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("BUG: " + made + " is not found", e);
    }
  }
}
