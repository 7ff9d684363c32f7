package org.dylink.engine.jvm.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Classes that need not be compiled, for one class loader. Threads may share it. */
public final class KeptClasses {
  /** Nothing is kept. */
  public static final KeptClasses NONE =
      new KeptClasses(null, ClassStore.EMPTY, ClassStore.EMPTY, null, false);

  private final StoreKey key;
  private final ClassStore companion;
  private final ClassStore cached;
  private final ClassKeeper keeper;
  private final boolean isOfTypes;

  // The JVM does not know them as the owner's when another class loader asked for them.
  private final Map<String, Class<?>> defined = new ConcurrentHashMap<>();

  /**
   * @param companion classes that came with the module: anybody may have made them
   * @param cached classes that the engine has kept itself
   * @param isOfTypes whether the classes are those of function types
   */
  KeptClasses(
      StoreKey key,
      ClassStore companion,
      ClassStore cached,
      ClassKeeper keeper,
      boolean isOfTypes) {
    this.key = key;
    this.companion = companion;
    this.cached = cached;
    this.keeper = keeper;
    this.isOfTypes = isOfTypes;
  }

  /** A class that {@link #define} has made, or null. */
  public Class<?> defined(String name) {
    return defined.get(name);
  }

  /**
   * The bytes of a class that the engine trusts as it trusts its own: its owner defines it as one
   * that it has compiled itself.
   *
   * @param part by what it is kept
   * @return null if it is not kept, or must be looked at
   */
  public byte[] trusted(String part) {
    if (keeper == null || !keeper.trustsCompanions()) {
      return null;
    }
    byte[] bytes = companion.unchecked(part);
    if (bytes != null && isFunction(part)) {
      keeper.found();
    }
    return bytes;
  }

  /**
   * Defines a kept class. It has a loader of its own, because a class that the JVM's verifier
   * rejects cannot be replaced in the loader that defined it: so the owner can still define it.
   *
   * @param part by what it is kept
   * @param owner the loader that was asked for the class, and holds its lock
   * @return null if it is not kept, or not what the JVM takes
   */
  public Class<?> define(String name, String part, ClassLoader owner) {
    Class<?> made = define(name, part, companion, owner);
    return made != null ? made : define(name, part, cached, owner);
  }

  private Class<?> define(String name, String part, ClassStore store, ClassLoader owner) {
    try {
      byte[] bytes = store.get(part);
      if (bytes == null) {
        return null;
      }
      AllowedReferences.check(bytes, isOfTypes);
      Class<?> made = new KeptClassLoader(owner).define(name, bytes);
      defined.put(name, made);
      if (isFunction(part)) {
        keeper.found();
      }
      return made;
    } catch (UnfitStoreException e) {
      refuse(part, e.getMessage());
    } catch (LinkageError e) {
      refuse(part, e.toString());
    }
    return null;
  }

  private void refuse(String part, String reason) {
    keeper.ignored(key, "class " + part + ": " + reason);
  }

  // Beside functions there are what makes groups of them, and function types.
  private boolean isFunction(String part) {
    return !isOfTypes && Character.isDigit(part.charAt(0));
  }

  /**
   * Counts a function that was compiled.
   *
   * @param module its module's name
   * @param nanos how long that took
   * @param bytes how large its class is
   */
  public void compiled(String module, int function, long nanos, int bytes) {
    if (keeper != null) {
      keeper.compiled(module, function, nanos, bytes);
    }
  }

  /** Notes a class that was compiled. */
  public void add(String part, byte[] bytes) {
    if (keeper != null) {
      keeper.add(key, part, bytes);
    }
  }
}
