package org.dylink.engine;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Bytes;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a module uses is found in its sections and bodies; an engine that has it runs it, one that
 * has not refuses it when it is loaded. Each module's function gives 7: by the specification, and,
 * but for several memories and typed references, by V8.
 */
class FeaturesTest {
  private static final List<Engine> ENGINES =
      List.of(new JvmEngine(), new CompilerEngine(), new InterpreterEngine());
  private static final int[] SEVENS = {7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 0};

  static final List<Arguments> USES =
      List.of(
          uses("function f", one(vector().then(lane())), Feature.SIMD),
          uses(
              "function f",
              one(vector().then(vector()).op(0xfd, 0xae, 1).drop().i32Const(7)),
              Feature.SIMD),
          uses(
              "function f",
              one(code().i32Const(0).op(0xfd, 0, 4, 0).drop().i32Const(7)).memory(1),
              Feature.SIMD),
          uses("function f", one(code().locals(ValueType.V128).i32Const(7)), Feature.SIMD),
          uses(
              "function f",
              one(code().op(2, 0x7b).then(vector()).end().then(lane())),
              Feature.SIMD),
          uses(
              "function v",
              one(code().i32Const(7)).exportedFunction("v", "(v128) -> ()", code()),
              Feature.SIMD),
          uses(
              "global 0",
              one(code().i32Const(7)).global("g", ValueType.V128, false, vector()),
              Feature.SIMD),
          uses(
              "import env.v",
              module("m.so")
                  .importFunction("env", "v", "() -> v128")
                  .exportedFunction("f", "() -> i32", code().i32Const(7)),
              Feature.SIMD),
          uses(
              "function f",
              one(vector().then(vector()).op(0xfd, 0x80, 2).drop().i32Const(7)),
              Feature.SIMD,
              Feature.RELAXED_SIMD),
          uses(
              "function f",
              one(code().i32Const(0).op(0xfd, 0xa0, 2).drop().i32Const(7)),
              Feature.HALF_PRECISION),
          uses(
              "function f",
              one(code()
                      .i32Const(0)
                      .i32Const(7)
                      .op(0xfe, 0x1e, 2, 0)
                      .drop()
                      .i32Const(0)
                      .op(0xfe, 0x10, 2, 0))
                  .memory(1),
              Feature.ATOMICS),
          uses("function f", one(code().op(0xfe, 3, 0).i32Const(7)).memory(1), Feature.ATOMICS),
          uses("memory 0", one(code().i32Const(7)).sharedMemory(1, 1), Feature.SHARED_MEMORY),
          uses(
              "memory 1",
              one(code()
                      .i32Const(0)
                      .i32Const(7)
                      .op(0x36, 0x42, 1, 0)
                      .i32Const(0)
                      .op(0x28, 0x42, 1, 0)
                      .i32Const(0)
                      .i32Load(0)
                      .i32Sub())
                  .memory(1)
                  .memory(1),
              Feature.MULTI_MEMORY),
          uses("memory 1", one(code().op(0x3f, 1)).memory(1).memory(7), Feature.MULTI_MEMORY),
          uses(
              "memory 0",
              one(code().i64Const(8).i32Const(7).i32Store(0).i64Const(0).i32Load(8))
                  .wideMemory(1, 1),
              Feature.MEMORY64),
          uses(
              "table 0",
              one(code().i64Const(0).callIndirect("() -> i32"))
                  .function("g", "() -> i32", code().i32Const(7))
                  .wideTable(1, 1)
                  .elements(code().i64Const(0), "g"),
              Feature.MEMORY64),
          uses(
              "memory 1",
              one(code()
                      .i32Const(0)
                      .i32Const(7)
                      .i32Store(0)
                      .i32Const(0)
                      .i32Const(0)
                      .i32Const(4)
                      .op(0xfc, 10, 1, 0)
                      .i32Const(0)
                      .op(0x28, 0x42, 1, 0))
                  .memory(1)
                  .memory(1),
              Feature.MULTI_MEMORY),
          uses(
              "function f",
              one(code().returnCall("g")).function("g", "() -> i32", code().i32Const(7)),
              Feature.TAIL_CALL),
          uses(
              "function f",
              one(code().i32Const(0).returnCallIndirect("() -> i32"))
                  .function("g", "() -> i32", code().i32Const(7))
                  .table(1)
                  .elements(code().i32Const(0), "g"),
              Feature.TAIL_CALL),
          uses(
              "function f",
              one(code()
                      .block(ValueType.I32)
                      .tryCatch(null, "t", 0)
                      .i32Const(7)
                      .throwTag("t")
                      .end()
                      .i32Const(0)
                      .end())
                  .tag("t", "(i32) -> ()"),
              Feature.EXCEPTIONS),
          uses(
              "function f",
              one(code().op(6, 0x7f).i32Const(7).throwTag("t").op(7, 0).end())
                  .tag("t", "(i32) -> ()"),
              Feature.LEGACY_EXCEPTIONS),
          uses(
              "function f",
              one(code().refFunc("g").op(0x14, 0))
                  .function("g", "() -> i32", code().i32Const(7))
                  .declaredElements("g"),
              Feature.FUNCTION_REFERENCES),
          uses(
              "function f",
              one(code().op(0xd0, 0).op(0xd1).drop().i32Const(7)),
              Feature.FUNCTION_REFERENCES),
          uses("function f", one(code().i32Const(7).op(0xfb, 0x1c, 0xfb, 0x1e)), Feature.GC),
          uses(
              "function f",
              one(code().op(0x02, 0x6e, 0xd0, 0x6e).end().drop().i32Const(7)),
              Feature.GC),
          uses(
              "function f",
              one(
                  code()
                      .i64Const(0)
                      .i64Const(0)
                      .i64Const(0)
                      .i64Const(0)
                      .op(0xfc, 0x13)
                      .drop()
                      .drop()
                      .i32Const(7)),
              Feature.WIDE_ARITHMETIC),
          uses("function f", one(code().op(0xe0, 0)), Feature.STACK_SWITCHING));

  @ParameterizedTest
  @FieldSource("USES")
  void isFoundWhereItIsUsed(WasmModule module, String place, Set<Feature> features) {
    assertEquals(features, module.features().keySet());
    module.features().values().forEach(found -> assertEquals(place, found));
  }

  @ParameterizedTest
  @FieldSource("USES")
  void runsOrIsRefusedAtLoad(WasmModule module, String place, Set<Feature> features)
      throws InvalidModuleException {
    for (Engine engine : ENGINES) {
      if (engine.features().containsAll(features)) {
        assertEquals(7, run(engine, module), engine.name());
      } else {
        InvalidModuleException refused =
            assertThrows(InvalidModuleException.class, () -> engine.compile(module));
        Feature first =
            features.stream()
                .filter(f -> !engine.features().contains(f))
                .sorted()
                .findFirst()
                .orElseThrow();
        String cure = first.cure().isEmpty() ? "" : ": " + first.cure();
        assertEquals(
            "m.so: needs " + first + ", which engine " + engine.name() + " lacks: " + place + cure,
            refused.getMessage());
        assertEquals(true, refused.isUnsupported());
      }
    }
  }

  @Test
  void everyFeatureThatAnEngineHasIsTriedHere() {
    Set<Object> tried = new HashSet<>();
    USES.forEach(use -> tried.addAll((Set<?>) use.get()[2]));
    for (Engine engine : ENGINES) {
      assertEquals(Set.of(), minus(engine.features(), tried), engine.name());
    }
  }

  @Test
  void whatACompilerWasAllowedToUseDoesNotCount() {
    WasmModule module =
        one(code().i32Const(7))
            .customSection(
                "target_features", new byte[] {1, '+', 7, 's', 'i', 'm', 'd', '1', '2', '8'})
            .build();

    assertEquals(Map.of(), module.features());
  }

  @Test
  void aBodyThatMakesNoSenseHasNoFeatures() {
    Code[] broken = {
      code().op(0xff, 0xfd), // no instruction
      code().op(0x1f, 0x40, 0xff, 0xff, 0xff, 0xff, 0x0f), // more clauses than bytes
      code().op(0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f),
      code().op(0xfd), // ends in the prefix
      code().op(0xfb, 0x1f), // no instruction of those types
      code().op(0xd0, 0x12), // a type that is not there
      code().op(0x44, 1, 2) // ends in a constant
    };
    List<Set<Feature>> expected =
        List.of(
            Set.of(),
            Set.of(Feature.EXCEPTIONS),
            Set.of(),
            Set.of(Feature.SIMD),
            Set.of(),
            Set.of(),
            Set.of());
    for (int i = 0; i < broken.length; i++) {
      assertEquals(expected.get(i), one(broken[i]).build().features().keySet(), "body " + i);
    }
  }

  @Test
  void bodiesThatRunPastTheirSectionAreLeftToTheEngine() {
    WasmModule module =
        module("m.so").sectionAtEnd(10, new Bytes().u8(1, 0x7f, 0).u8(0xfd, 0)).build();

    assertEquals(Map.of(), module.features());
  }

  private static int run(Engine engine, WasmModule module) throws InvalidModuleException {
    List<Extern> imports =
        module.imports().stream().<Extern>map(entry -> stub(engine, entry)).toList();
    Instance instance = engine.compile(module).instantiate(imports, InstanceLimits.NONE);
    instance.start();
    return (int) ((Function) instance.export("f").orElseThrow()).call();
  }

  private static Function stub(Engine engine, Import function) {
    FunctionType type = (FunctionType) function.type();
    MethodHandle nothing = MethodHandles.empty(Function.methodType(type));
    return engine.newFunction(function.name(), type, nothing);
  }

  private static Set<Feature> minus(Set<Feature> all, Set<Object> some) {
    return all.stream().filter(feature -> !some.contains(feature)).collect(Collectors.toSet());
  }

  private static Arguments uses(String place, ModuleBuilder module, Feature... features) {
    return Arguments.of(module.build(), place, Set.copyOf(Stream.of(features).toList()));
  }

  private static ModuleBuilder one(Code body) {
    return module("m.so").exportedFunction("f", "() -> i32", body);
  }

  private static Code vector() {
    return code().op(0xfd, 0x0c).op(SEVENS);
  }

  private static Code lane() {
    return code().op(0xfd, 0x1b, 0);
  }
}
