package org.dylink.engine;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Modules of 100,000 of each kind of thing run, or are refused by name; more with {@code
 * -Ddylink.counts=N}. What takes time by the square would not end.
 */
class ModuleCountsTest {
  private static final int COUNT = Integer.getInteger("dylink.counts", 100_000);

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private enum Kind {
    FUNCTIONS((module, i) -> module.function("f" + i, "() -> ()", code())),
    FUNCTION_IMPORTS((module, i) -> module.importFunction("env", "f" + i, "() -> ()")),
    GLOBAL_IMPORTS((module, i) -> module.importGlobal("env", "g" + i, ValueType.I32, false)),
    TAG_IMPORTS((module, i) -> module.importTag("env", "t" + i, "() -> ()")),
    FUNCTION_EXPORTS((module, i) -> module.exportFunction("e" + i, "last")),
    GLOBALS((module, i) -> module.global("g" + i, ValueType.I32, true, code().i32Const(i))),
    TAGS((module, i) -> module.tag("t" + i, "() -> ()")),
    TABLES((module, i) -> module.table(1)),
    ELEMENTS((module, i) -> module.elements(code().i32Const(0), "last")),
    DATA((module, i) -> module.data(code().i32Const(i % 64), "x")),
    PASSIVE_DATA((module, i) -> module.passiveData("x")),
    CUSTOM_SECTIONS((module, i) -> module.customSection("same", new byte[0]));

    private final BiConsumer<ModuleBuilder, Integer> adder;

    Kind(BiConsumer<ModuleBuilder, Integer> adder) {
      this.adder = adder;
    }

    private boolean isImport() {
      return name().endsWith("IMPORTS");
    }

    private WasmModule module(int count) {
      ModuleBuilder module = ModuleBuilder.module("lib.so").memory(1);
      module.table(1).withNames();
      if (isImport()) {
        add(module, count);
      }
      module.exportedFunction("last", "() -> i32", code().i32Const(7));
      if (!isImport()) {
        add(module, count);
      }
      return module.build();
    }

    private void add(ModuleBuilder module, int count) {
      for (int i = 0; i < count; i++) {
        adder.accept(module, i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsWithSoMany(Kind kind) throws InvalidModuleException {
    WasmModule module = kind.module(COUNT);
    Engine engine = new JvmEngine();
    Instance instance = start(engine, module);

    assertEquals(7, ((Function) instance.export("last").orElseThrow()).call());
  }

  @Test
  void endiveRefusesSoManyImports() {
    WasmModule module = Kind.GLOBAL_IMPORTS.module(10_001);
    for (String name : List.of("endive-compiler", "endive-interpreter")) {
      var refused = assertThrows(InvalidModuleException.class, () -> engine(name).compile(module));
      assertEquals(
          "lib.so: needs more than 10000 imports, which engine " + name + " lacks: there are 10001",
          refused.getMessage());
    }
  }

  private static Engine engine(String name) {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Instance start(Engine engine, WasmModule module) throws InvalidModuleException {
    List<Extern> imports = module.imports().stream().map(each -> given(engine, each)).toList();
    Instance instance = engine.compile(module).instantiate(imports, InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  private static Extern given(Engine engine, Import wanted) {
    if (wanted.type() instanceof FunctionType type) {
      return engine.newFunction("nothing", type, MethodHandles.zero(void.class));
    } else if (wanted.type() instanceof GlobalType type) {
      return engine.newGlobal(type, 0);
    }
    return engine.newTag((TagType) wanted.type());
  }
}
