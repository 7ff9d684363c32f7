package org.dylink.engine.jvm;

import org.dylink.engine.jvm.emit.ClassNames;
import org.dylink.engine.jvm.emit.SignatureLoader;
import org.dylink.engine.jvm.run.call.HostBorder;

/**
 * Defines the classes of one module. The JVM asks for a function's class when a call of it is
 * executed first, and then it is compiled: that is all there is to compiling lazily.
 */
final class ModuleClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final FunctionClasses classes;
  private final SignatureLoader signatures;

  ModuleClassLoader(String name, FunctionClasses classes, SignatureLoader signatures) {
    super(name, ModuleClassLoader.class.getClassLoader());
    this.classes = classes;
    this.signatures = signatures;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The JVM asks when a call is executed first: that may be where a guest's stack ends.
    HostBorder.load();
    if (ClassNames.isSignature(name)) {
      return signatures.loadClass(name);
    }
    if (!name.startsWith(classes.binaryPrefix())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = loaded(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  private Class<?> loaded(String name) {
    Class<?> loaded = classes.kept().defined(name);
    return loaded != null ? loaded : findLoadedClass(name);
  }

  @Override
  protected Class<?> findClass(String name) {
    String part = name.substring(classes.binaryPrefix().length());
    byte[] trusted = classes.kept().trusted(part);
    if (trusted != null) {
      return defineClass(name, trusted, 0, trusted.length);
    }
    Class<?> kept = classes.kept().define(name, part, this);
    if (kept != null) {
      return kept;
    }
    byte[] bytes = classes.bytes(part);
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Lets the class of a function be there, and verified. */
  void link(int function) {
    try {
      Class.forName(nameOf(function), true, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("BUG: no class of function " + function, e);
    }
  }

  private String nameOf(int function) {
    return classes.binaryPrefix() + function;
  }

  /** Whether the class of a function is there already. */
  boolean isLoaded(int function) {
    String name = nameOf(function);
    synchronized (getClassLoadingLock(name)) {
      return loaded(name) != null;
    }
  }
}
