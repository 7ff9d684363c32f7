package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a module may be outside of its functions. */
class ModuleLimitsTest {
  @Test
  void compilesOfTenThousandFunctionsThoseThatAreCalled() {
    ModuleBuilder module = module("lib.so");
    for (int i = 0; i < 10_000; i++) {
      module.exportedFunction("f" + i, "() -> i32", code().i32Const(i));
    }
    JvmModule compiled = (JvmModule) compile(new JvmEngine(), module);
    Instance instance = start(compiled);

    assertEquals(0, call(instance, "f0"));
    assertEquals(9_999, call(instance, "f9999"));
    List<Integer> called = IntStream.range(0, 10_000).filter(compiled::isCompiled).boxed().toList();
    assertEquals(List.of(0, 9_999), called);
  }

  @ParameterizedTest
  @ValueSource(longs = {32_768, 40_000, 65_536})
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "since Java 22 memories may pass 2 GiB")
  void refusesAMemoryOfTwoGibibytes(long pages) {
    assertTooLarge(
        "lib.so: memory of " + pages + " pages: this engine has at most 32767 before Java 22",
        module("lib.so").memory(pages));
  }

  @Test
  void growsAMemoryToItsOwnLimitOnly() {
    Instance instance =
        start(
            module("lib.so")
                .memory(1, 32_768)
                .exportedFunction("grow", "(i32) -> i32", code().localGet(0).memoryGrow()));

    assertEquals(-1, call(instance, "grow", 32_767));
    assertEquals(-1, call(instance, "grow", -1));
    assertEquals(1, call(instance, "grow", 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000_001, 0xffff_ffffL})
  void refusesAHugeTable(long elements) {
    for (ValueType type : List.of(ValueType.FUNCREF, ValueType.EXTERNREF)) {
      assertTooLarge(
          "lib.so: table of " + elements + " elements: this engine has at most 10000000",
          module("lib.so").table(type, elements));
    }
  }

  private static void assertTooLarge(String message, ModuleBuilder module) {
    var compiled = compile(new JvmEngine(), module);
    var refused =
        assertThrows(
            EngineLimitException.class, () -> compiled.instantiate(List.of(), InstanceLimits.NONE));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void trapsAtADataSegmentOutOfBounds() {
    assertTrapsAtStart(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: 3 bytes at address 0xfffe, memory has 0x10000 bytes",
        module("lib.so").memory(1).data(code().i32Const(0xfffe), "abc"));
    assertTrapsAtStart(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: 1 bytes at address 0xffffffff, memory has 0x10000 bytes",
        module("lib.so").memory(1).data(code().i32Const(-1), "a"));
    assertTrapsAtStart(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: 0 bytes at address 0x1, memory has 0x0 bytes",
        module("lib.so").memory(0).data(code().i32Const(1), ""));
  }

  @Test
  void trapsAtAnElementSegmentOutOfBounds() {
    assertTrapsAtStart(
        TrapKind.OUT_OF_BOUNDS_TABLE,
        "out of bounds table access: elements up to 4, there are 3",
        module("lib.so")
            .function("f", "() -> ()", code())
            .table(3)
            .elements(code().i32Const(2), "f", "f"));
    assertTrapsAtStart(
        TrapKind.OUT_OF_BOUNDS_TABLE,
        "out of bounds table access: elements up to 4294967295, there are 3",
        module("lib.so").table(3).elements(code().i32Const(-1)));
  }

  private static void assertTrapsAtStart(TrapKind kind, String message, ModuleBuilder module) {
    Instance instance =
        compile(new JvmEngine(), module).instantiate(List.of(), InstanceLimits.NONE);
    var trap = assertThrows(TrapException.class, instance::start);
    assertEquals(kind, trap.kind());
    assertEquals(message, trap.getMessage());
  }
}
