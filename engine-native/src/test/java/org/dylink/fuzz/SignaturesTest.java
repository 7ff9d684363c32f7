package org.dylink.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.machine.run.NativeEngine;
import org.junit.jupiter.api.Test;

/**
 * Functions of whatever signature call each other, and let each other go on in their place, with
 * the results that {@code jvm} has: up to 40 parameters and 20 results of all types. {@code
 * -Ddylink.fuzz.seconds=600} is the long form.
 */
class SignaturesTest {
  private static final int CASES = 12;
  private static final int MOST_SECONDS = 60;
  private static final boolean IS_LONG = Long.getLong("dylink.fuzz.seconds") != null;
  private static final List<Engine> ENGINES =
      List.of(
          EnginePair.JVM.engine(), new NativeEngine(ObjectSource.compiling(new LlvmCompiler())));

  @Test
  void functionsOfAllSignaturesCallEachOther() {
    FuzzSettings.run(
        MOST_SECONDS,
        number -> {
          assertSame(FuzzSettings.seedOf(number));
          return IS_LONG || number + 1 < CASES;
        });
  }

  private static void assertSame(long seed) {
    SignatureCase signatures = new SignatureCase(seed);
    WasmModule module = signatures.module();
    List<String> results = new ArrayList<>();
    for (Engine each : ENGINES) {
      results.add(run(each, module, signatures));
    }
    assertEquals(results.get(0), results.get(1), "seed " + seed);
  }

  private static String run(Engine engine, WasmModule module, SignatureCase signatures) {
    try {
      List<FunctionSlot> slots = new ArrayList<>();
      for (FunctionType each : signatures.imports()) {
        slots.add(engine.newSlot("g" + slots.size(), each));
      }
      Instance other = instance(engine, module, slots);
      for (int i = 0; i < slots.size(); i++) {
        slots.get(i).bind((Function) other.export("g" + i).orElseThrow());
      }
      Instance instance = instance(engine, module, slots);
      Function first = (Function) instance.export(SignatureCase.first()).orElseThrow();
      return shown(first.call(arguments(signatures.parameters(), new Random(1))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instance instance(Engine engine, WasmModule module, List<? extends Extern> imports)
      throws Exception {
    Instance instance = engine.compile(module).instantiate(imports, InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  private static Object[] arguments(List<ValueType> types, Random random) {
    return types.stream()
        .map(
            each ->
                switch (each.kind()) {
                  case I32 -> (Object) random.nextInt();
                  case I64 -> random.nextLong();
                  case F32 -> random.nextFloat();
                  case F64 -> random.nextDouble();
                  default -> Vector.of(random.nextLong(), random.nextLong());
                })
        .toArray();
  }

  private static String shown(Object results) {
    return results instanceof Object[] many ? Arrays.toString(many) : String.valueOf(results);
  }
}
