package org.dylink.testing;

import java.lang.reflect.Proxy;

/** An interface of which a test needs a few methods. */
public final class Fake {
  /** What a fake answers. */
  @FunctionalInterface
  public interface Answer {
    /**
     * Answers one call.
     *
     * @param method the method's name
     * @param arguments what it is called with; null if it has no parameter
     * @throws Exception one that the method may throw
     */
    Object to(String method, Object... arguments) throws Exception;
  }

  private Fake() {}

  /** An object that equals itself only and answers all else as it is told. */
  public static <T> T of(Class<T> type, Answer answer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default -> answer.to(method.getName(), arguments);
                });
    return type.cast(proxy);
  }
}
