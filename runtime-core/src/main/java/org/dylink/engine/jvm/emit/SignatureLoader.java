package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.jvm.run.call.HostBorder;
import org.dylink.engine.jvm.run.call.Signature;
import org.dylink.engine.jvm.store.KeptClasses;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * Makes and keeps the classes of function types, one set for an engine: equal types of two modules
 * are one class, which is what makes a cast the type check of an indirect call.
 */
public final class SignatureLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<FunctionType, Signature> signatures = new ConcurrentHashMap<>();
  private final Map<String, FunctionType> digested = new ConcurrentHashMap<>(); // by class
  private final KeptClasses kept;

  /**
   * A loader whose classes see those of {@code engine.jvm.run}, and nothing else of the product.
   *
   * @param kept classes of types that need not be written
   */
  public SignatureLoader(KeptClasses kept) {
    super("wasm types", SignatureLoader.class.getClassLoader());
    this.kept = kept;
  }

  /** The factory for a type; always the same object for equal types. */
  public Signature signature(FunctionType type) {
    Signature known = signatures.get(type);
    return known != null ? known : signatures.computeIfAbsent(type, this::make);
  }

  /** Makes a type known whose class has a name that does not tell it; code may then name it. */
  public void register(FunctionType type) {
    if (!ClassNames.isPlain(type)
        && digested.putIfAbsent(ClassNames.signature(type).replace('/', '.'), type) == null) {
      type.supertype().ifPresent(this::register);
    }
  }

  private Signature make(FunctionType type) {
    register(type);
    String name = ClassNames.signature(type).replace('/', '.') + SignatureWriter.FACTORY;
    try {
      return (Signature) loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: no factory for " + type, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The JVM asks when a call is executed first: that may be where a guest's stack ends.
    HostBorder.load();
    if (!ClassNames.isSignature(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = kept.defined(name);
      if (loaded == null) {
        loaded = findLoadedClass(name);
      }
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = kept.define(name, name, this);
    if (found != null) {
      return found;
    }
    byte[] bytes = write(name);
    kept.add(name, bytes);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] write(String name) throws ClassNotFoundException {
    int part = name.indexOf('$');
    String base = part < 0 ? name : name.substring(0, part);
    SignatureWriter writer = new SignatureWriter(typeOf(base));
    return switch (part < 0 ? "" : name.substring(part)) {
      case "" -> writer.writeEntryPoint();
      case SignatureWriter.UNRESOLVED -> writer.writeUnresolved();
      case SignatureWriter.HOST -> writer.writeHost();
      case SignatureWriter.FACTORY -> writer.writeFactory();
      default -> throw new ClassNotFoundException(name);
    };
  }

  private FunctionType typeOf(String name) throws ClassNotFoundException {
    String letters = name.substring(ClassNames.TYPES.length());
    int bar = letters.indexOf('_');
    if (bar < 0) {
      FunctionType type = digested.get(name);
      if (type == null) {
        throw new ClassNotFoundException(name);
      }
      return type;
    }
    return new FunctionType(types(letters.substring(0, bar)), types(letters.substring(bar + 1)));
  }

  private static List<ValueType> types(String letters) {
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      types.add(ClassNames.typeOf(letters.charAt(i)));
    }
    return types;
  }
}
