package org.dylink.engine.machine;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.dylink.engine.Lack;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class MachineFeaturesTest {
  private static final Lack LARGE = new Lack("functions of more than 1000 values", "type 1");

  @Test
  void aFunctionHasAThousandParametersAndResultsAtMost() {
    assertEquals(List.of(), lacks(1000, 1000));
    assertEquals(List.of(LARGE), lacks(1001, 0));
    assertEquals(List.of(LARGE), lacks(0, 1001));
  }

  private static List<Lack> lacks(int parameters, int results) {
    return MachineFeatures.lacks(
        ModuleBuilder.module("lib.so")
            .function("small", "() -> ()", code().nop())
            .function("large", values(parameters) + " -> " + values(results), code().unreachable())
            .build());
  }

  private static String values(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "i32")) + ")";
  }
}
