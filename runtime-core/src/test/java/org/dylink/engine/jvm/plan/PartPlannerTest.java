package org.dylink.engine.jvm.plan;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.testing.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A round that looks at what has changed finds what one finds that looks at everything. */
class PartPlannerTest {
  private static final Weights WEIGHTS = (body, at) -> 10 + body.opcode(at).text().length() % 7 * 5;

  @ParameterizedTest
  @ValueSource(ints = {250, 400, 1_000, 3_000, PartPlanner.PART_WEIGHT})
  void roundsThatLookAtChangesAloneFindTheSameParts(int limit) {
    for (int seed = 0; seed < 100; seed++) {
      Body body = body(new Random(seed));
      List<Part> parts = PartPlanner.plan(body, BodyFacts.of(body, WEIGHTS), WEIGHTS, limit);

      assertFalse(parts.isEmpty(), "seed " + seed);
      assertEquals(partsByWholeRounds(body, limit), parts, "seed " + seed);
    }
  }

  private static Body body(Random random) {
    Code code = code();
    int depth = 0;
    // To a depth of its own, so that there are broad bodies and deep ones.
    int deepest = 1 + random.nextInt(60);
    for (int i = 0; i < 600; i++) {
      int kind = random.nextInt(12);
      if (kind < 4 && depth < deepest) {
        code.then(opening(kind));
        depth++;
      } else if (kind < 7 && depth > 0) {
        code.end();
        depth--;
      } else if (kind < 9) {
        code.localGet(0).brIf(random.nextInt(depth + 1));
      } else {
        code.localGet(0).i32Const(i).i32Add().localSet(0);
      }
    }
    for (; depth > 0; depth--) {
      code.end();
    }
    return Validator.validate(
        ModuleCodeReader.read(module("lib.so").function("f", "(i32) -> ()", code).build()), 0);
  }

  private static Code opening(int kind) {
    return switch (kind) {
      case 0 -> code().block();
      case 1 -> code().loop();
      case 2 -> code().localGet(0).ifThen();
      default -> code().op(0x06, 0x40); // try
    };
  }

  private static List<Part> partsByWholeRounds(Body body, int limit) {
    Sequence all = Outline.of(body, WEIGHTS, limit / 4);
    shrink(all, limit, 6);
    shrink(all, limit, Integer.MAX_VALUE);
    return all.parts();
  }

  private static void shrink(Sequence all, int limit, int mostExits) {
    Map<Sequence, Long> fitting = new HashMap<>();
    Map<Sequence, List<Sequence>> apart = new HashMap<>();
    int before = Integer.MAX_VALUE;
    while (all.weight() > PartPlanner.WHOLE_WEIGHT && all.weight() < before) {
      before = all.weight();
      Deque<Sequence> left = new ArrayDeque<>(List.of(all));
      while (!left.isEmpty()) {
        Sequence next = left.remove();
        long fits = next.fitting(limit);
        if (fitting.getOrDefault(next, -1L) != fits) {
          fitting.put(next, fits);
          apart.put(next, Packing.pack(next, limit, mostExits));
        }
        left.addAll(apart.get(next));
      }
      weigh(all);
    }
  }

  private static void weigh(Sequence sequence) {
    for (Item item : sequence.items()) {
      item.sequences().forEach(PartPlannerTest::weigh);
      item.weigh();
    }
    sequence.weigh();
  }
}
