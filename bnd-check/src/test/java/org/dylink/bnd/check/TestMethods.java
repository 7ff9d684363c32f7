package org.dylink.bnd.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Calls the tests of a class, without a framework for it. */
final class TestMethods {
  private TestMethods() {}

  /** Calls them; the first failure ends it. */
  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[0]);
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    int called = 0;
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
        called++;
      }
    }
    if (called == 0) {
      throw new IllegalStateException(type + " has no test");
    }
  }
}
