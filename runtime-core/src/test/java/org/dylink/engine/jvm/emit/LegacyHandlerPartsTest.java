package org.dylink.engine.jvm.emit;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.engine.jvm.code.Body;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.engine.jvm.plan.BodyFacts;
import org.dylink.engine.jvm.plan.Part;
import org.dylink.engine.jvm.plan.Plan;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A function with handlers of the legacy encoding does the same when it is so large that it is
 * split. What is added to make it large changes nothing but a local that nobody looks at.
 */
class LegacyHandlerPartsTest {
  private static final int CHOICES = 6; // bits of the argument
  private static final int NONE = 0;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void doesTheSameInParts(long seed) throws Exception {
    for (int number = 0; number < 25; number++) {
      long each = seed * 1_000 + number;
      WasmModule module = new Generator(each, NONE).module();
      WasmModule large = new Generator(each, 60).module();
      assertTrue(parts(module).isEmpty(), "whole, seed " + each);
      assertFalse(parts(large).isEmpty(), "split, seed " + each);
      Instance small = start(module);
      Instance split = start(large);
      for (int argument = 0; argument < 1 << CHOICES; argument++) {
        assertEquals(
            outcome(small, argument), outcome(split, argument), "seed " + each + ", " + argument);
      }
    }
  }

  private static List<Part> parts(WasmModule module) {
    Body body = Validator.validate(ModuleCodeReader.read(module), 0);
    BodyFacts facts = BodyFacts.of(body, LoweringTable::weight);
    return Plan.of(body, facts, LoweringTable::weight, Plan.PART_WEIGHT).parts();
  }

  private static Instance start(WasmModule module) throws Exception {
    return new JvmEngine().compile(module).instantiate(List.of(), InstanceLimits.NONE);
  }

  private static String outcome(Instance instance, int argument) {
    try {
      return String.valueOf(((Function) instance.export("f").orElseThrow()).call(argument));
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /** Makes the same steps of the same seed, with or without what makes them large. */
  private static final class Generator {
    private enum Kind {
      FUNCTION,
      BLOCK,
      TRY,
      CATCH
    }

    private static final int TRACE = 1;
    private static final int PADDING = 2;
    private static final int DEEPEST = 5;
    private static final int MOST_STEPS = 80;

    private final Random random;
    private final int padding;
    private final Code code = code().locals(ValueType.I32, ValueType.I32);
    private final List<Kind> open = new ArrayList<>(List.of(Kind.FUNCTION)); // innermost last
    private int steps;

    Generator(long seed, int padding) {
      this.random = new Random(seed);
      this.padding = padding;
    }

    WasmModule module() {
      for (int i = 0; i < 4; i++) {
        tryCatch();
        some();
      }
      return ModuleBuilder.module("lib.so")
          .tag("number", "(i32) -> ()")
          .tag("nothing", "() -> ()")
          .exportedFunction("f", "(i32) -> i32", code.localGet(TRACE))
          .build();
    }

    private void some() {
      for (int i = random.nextInt(3); i >= 0 && steps < MOST_STEPS; i--) {
        mark();
        step();
      }
    }

    private void step() {
      switch (open.size() > DEEPEST ? 3 + random.nextInt(3) : random.nextInt(6)) {
        case 0, 1 -> tryCatch();
        case 2 -> tryDelegate();
        case 3 -> when(() -> code.i32Const(steps).throwTag("number"));
        case 4 -> when(() -> code.throwTag("nothing"));
        default -> when(this::leave);
      }
    }

    /** Adds to what the function gives, so that it tells the way that was taken. */
    private void mark() {
      code.localGet(TRACE).i32Const(31).op(0x6c).i32Const(++steps).i32Add().localSet(TRACE);
      for (int i = 0; i < padding; i++) {
        code.localGet(PADDING).localGet(0).i32Add().localSet(PADDING);
      }
    }

    private void when(Runnable then) {
      code.localGet(0).i32Const(1 << random.nextInt(CHOICES)).op(0x71).ifThen(); // i32.and
      open.add(Kind.BLOCK);
      then.run();
      close();
    }

    /** Throws again what a block around has caught, or goes out of a block. */
    private void leave() {
      int label = random.nextInt(open.size());
      if (open.get(open.size() - 1 - label) == Kind.CATCH && random.nextInt(4) > 0) {
        code.op(0x09, label); // rethrow
      } else if (label < open.size() - 1) {
        code.br(label);
      }
    }

    private void open(Kind kind, int... opcode) {
      code.op(opcode);
      open.add(kind);
    }

    private void close() {
      code.end();
      open.remove(open.size() - 1);
    }

    private void tryCatch() {
      open(Kind.TRY, 0x06, 0x40);
      some();
      open.set(open.size() - 1, Kind.CATCH);
      if (random.nextBoolean()) {
        // catch: what it carries goes into the trace
        code.op(0x07, 0).localGet(TRACE).i32Add().localSet(TRACE);
        some();
      }
      if (random.nextBoolean()) {
        code.op(0x07, 1);
        some();
      }
      if (random.nextBoolean()) {
        code.op(0x19); // catch_all
        some();
      }
      close();
    }

    private void tryDelegate() {
      open(Kind.TRY, 0x06, 0x40);
      some();
      open.remove(open.size() - 1);
      code.op(0x18, random.nextInt(open.size()));
    }
  }
}
