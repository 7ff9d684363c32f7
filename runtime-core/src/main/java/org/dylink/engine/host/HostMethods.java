package org.dylink.engine.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dylink.format.FunctionType;

/** Java methods by symbol, in the order in which they are listed. */
final class HostMethods {
  private final Map<String, HostMethod> bySymbol;

  HostMethods(Map<String, HostMethod> bySymbol) {
    this.bySymbol = new LinkedHashMap<>(bySymbol);
  }

  /**
   * Handles of no object.
   *
   * @throws IllegalArgumentException if C has no such type, or there is none
   */
  static HostMethods of(String library, Map<String, MethodHandle> handles) {
    Map<String, HostMethod> methods = new TreeMap<>();
    handles.forEach(
        (symbol, handle) ->
            methods.put(
                symbol,
                HostMethod.of(
                    library + ": " + symbol,
                    MethodHandles.dropArguments(handle, 0, Object.class))));
    return new HostMethods(methods).required(library + ": no function is given");
  }

  /** These, of which there must be one. */
  HostMethods required(String failure) {
    if (bySymbol.isEmpty()) {
      throw new IllegalArgumentException(failure);
    }
    return this;
  }

  Map<String, FunctionType> types() {
    Map<String, FunctionType> types = new LinkedHashMap<>();
    bySymbol.forEach((symbol, method) -> types.put(symbol, method.type()));
    return types;
  }

  /**
   * The functions for one program.
   *
   * @param object what has the methods
   * @param close what to do, once, when the program does not need them any more
   */
  HostInstance open(Object object, Guest guest, Runnable close) {
    return new BoundMethods(bySymbol, object, guest, close);
  }
}
