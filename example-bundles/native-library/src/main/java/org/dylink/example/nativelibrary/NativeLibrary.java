package org.dylink.example.nativelibrary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.engine.host.HostLibrary;

/** Functions of the machine's native libraries for wasm programs. */
public final class NativeLibrary {
  private static final int FIRST_JAVA = 22;

  private NativeLibrary() {}

  /**
   * A host library of functions of the C library that the JVM itself uses.
   *
   * @param name the name by which wasm programs need it
   * @param functions their types: {@code int}, {@code long}, {@code float} and {@code double}, as
   *     the native functions have them; nobody can check that
   * @throws IllegalStateException before Java 22
   * @throws IllegalArgumentException if there is no function of a name
   */
  public static HostLibrary of(String name, Map<String, MethodType> functions) {
    checkJava(name);
    return of(name, functions, ForeignFunctions.ofTheMachine());
  }

  /**
   * A host library of functions of any native library.
   *
   * @param file its path, or a name that the machine's loader finds, such as {@code libm.so.6}; it
   *     stays loaded while the JVM runs
   * @throws IllegalStateException before Java 22
   * @throws IllegalArgumentException if the file cannot be loaded, or has no function of a name
   */
  public static HostLibrary of(String name, String file, Map<String, MethodType> functions) {
    checkJava(name);
    ForeignFunctions foreign;
    try {
      foreign = ForeignFunctions.of(file);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": cannot load the native library " + file, e);
    }
    return of(name, functions, foreign);
  }

  private static HostLibrary of(
      String name, Map<String, MethodType> functions, ForeignFunctions foreign) {
    Map<String, MethodHandle> handles = new LinkedHashMap<>();
    functions.forEach((symbol, type) -> handles.put(symbol, foreign.find(name, symbol, type)));
    return HostLibrary.of(name, handles);
  }

  private static void checkJava(String name) {
    int feature = Runtime.version().feature();
    if (feature < FIRST_JAVA) {
      throw new IllegalStateException(
          name + ": native functions need Java " + FIRST_JAVA + ", this is " + feature);
    }
  }
}
