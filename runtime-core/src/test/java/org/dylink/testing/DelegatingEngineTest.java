package org.dylink.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.junit.jupiter.api.Test;

class DelegatingEngineTest {
  // A method with a default would be answered by the default, in silence.
  @Test
  void handsOverEachMethodOfAnEngine() {
    assertEquals(
        List.of(),
        Stream.of(Engine.class.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> !isHandedOver(method))
            .map(Method::toString)
            .toList());
  }

  private static boolean isHandedOver(Method method) {
    return Stream.of(DelegatingEngine.class.getDeclaredMethods())
        .filter(own -> !own.isBridge() && own.getName().equals(method.getName()))
        .anyMatch(
            own -> List.of(own.getParameterTypes()).equals(List.of(method.getParameterTypes())));
  }
}
