package org.dylink.monitor;

import java.util.Map;
import org.dylink.testing.Fake;

/** Objects of an interface that answer what a test says. */
public final class Fakes {
  private Fakes() {}

  /**
   * An object of one type.
   *
   * @param answers by the names of methods; all others return null
   */
  public static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return Fake.of(type, (method, arguments) -> answers.get(method));
  }
}
