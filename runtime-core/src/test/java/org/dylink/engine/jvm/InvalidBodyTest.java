package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.dylink.engine.Instance;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body that breaks a rule is refused with the rule and the place, before any of it runs
 * (WebAssembly Core, Validation and Binary Format).
 */
class InvalidBodyTest {
  private static final String VOID = "() -> ()";

  /** Where the first instruction stands in the file. */
  private static final int START = 0x5e;

  /** A rule, where it is told from the start of the body in bytes, and code that breaks it. */
  static List<Arguments> types() {
    return List.of(
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).i32Eqz().drop()),
        arguments("type mismatch: expected i32, found none", 0, code().i32Eqz().drop()),
        arguments(
            "type mismatch: expected f64, found f32",
            14,
            code().f64Const(1).f32Const(1).f64Add().drop()),
        arguments("type mismatch: expected an operand, found none", 0, code().drop()),
        arguments(
            "type mismatch: expected i32, found none",
            4,
            code().i32Const(1).block().i32Eqz().drop().end().drop()),
        arguments(
            "type mismatch: expected the end of the stack, found 1 more operands",
            2,
            code().i32Const(1)),
        arguments(
            "type mismatch: expected the end of the stack, found 2 more operands",
            6,
            code().block().i32Const(1).i32Const(1).end()),
        arguments(
            "type mismatch: expected i32, found i64",
            4,
            code().block(ValueType.I32).i64Const(1).end().drop()),
        arguments(
            "type mismatch: expected i32, found none", 2, code().block(ValueType.I32).end().drop()),
        arguments(
            "type mismatch: expected i32, found i64",
            2,
            code().i64Const(1).block("(i32) -> ()").drop().end()),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).ifThen().end()),
        arguments(
            "type mismatch: expected results [] of an if without else, found [i32]",
            6,
            code().i32Const(1).ifThen(ValueType.I32).i32Const(1).end().drop()),
        arguments("else without if", 2, code().block().orElse().end()),
        arguments("else without if", 0, code().orElse()),
        arguments("else without if", 5, code().i32Const(1).ifThen().orElse().orElse().end()),
        arguments(
            "type mismatch: expected i32, found i64",
            4,
            code().block(ValueType.I32).i64Const(1).br(0).end().drop()),
        arguments(
            "type mismatch: expected i32, found i64",
            6,
            code().block(ValueType.I32).i64Const(1).i32Const(1).brIf(0).end().drop()),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).brIf(0)),
        arguments("unknown label 1, there are 1", 0, code().br(1)),
        arguments("unknown label 7, there are 1", 2, code().i32Const(0).brTable(0, 7)),
        arguments("unknown label 2, there are 2", 4, code().block().i32Const(0).brIf(2).end()),
        arguments(
            "type mismatch: expected 0 values for a label, found 1",
            6,
            code().block(ValueType.I32).i32Const(1).i32Const(0).brTable(0, 1).end().drop()),
        arguments(
            "type mismatch: expected i64, found i32",
            8,
            code()
                .block(ValueType.I32)
                .block(ValueType.I64)
                .i32Const(1)
                .i32Const(0)
                .brTable(0, 1)
                .end()
                .drop()
                .i32Const(1)
                .end()
                .drop()),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).brTable(0)),
        arguments(
            "type mismatch: expected i32, found f32",
            5,
            code().f32Const(1).call("one").returnAll().op(0x0f)),
        arguments(
            "type mismatch: expected i32, found i64",
            3,
            code().unreachable().i64Const(1).i32Eqz().drop()),
        arguments(
            "type mismatch: expected i64, found i32",
            6,
            code().i32Const(1).i64Const(1).i32Const(1).select().drop()),
        arguments(
            "type mismatch: expected a number, found funcref",
            6,
            code()
                .refNull(ValueType.FUNCREF)
                .refNull(ValueType.FUNCREF)
                .i32Const(1)
                .select()
                .drop()),
        arguments(
            "type mismatch: expected f32, found i32",
            6,
            code().i32Const(1).i32Const(1).i32Const(1).select(ValueType.F32).drop()),
        arguments(
            "invalid result arity: expected 1, found 2",
            7,
            code().i32Const(1).i32Const(1).i32Const(1).op(0x1c, 2, 0x7f, 0x7f).drop()),
        arguments(
            "invalid result arity: expected 1, found 0",
            7,
            code().i32Const(1).i32Const(1).i32Const(1).op(0x1c, 0).drop()),
        arguments(
            "type mismatch: expected i32, found i64",
            6,
            code().i32Const(1).i32Const(1).i64Const(1).select().drop()));
  }

  static List<Arguments> indexes() {
    return List.of(
        arguments("unknown local 1, there are 1", 0, code().localGet(1).drop()),
        arguments(
            "unknown local 2, there are 2",
            4,
            code().locals(ValueType.I32).i32Const(1).localSet(2)),
        arguments(
            "unknown local 4294967295, there are 1",
            2,
            code().i32Const(1).op(0x22, 0xff, 0xff, 0xff, 0xff, 0x0f).drop()),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).localSet(0)),
        arguments(
            "type mismatch: expected i32, found i64", 2, code().i64Const(1).localTee(0).drop()),
        arguments("unknown global 2, there are 2", 1, code().op(0x23, 2).drop()),
        arguments("unknown global 9, there are 2", 3, code().i32Const(1).op(0x24, 9)),
        arguments("immutable global 0", 2, code().i32Const(1).globalSet("constant")),
        arguments(
            "type mismatch: expected i32, found i64", 2, code().i64Const(1).globalSet("variable")),
        arguments("unknown function 5, there are 4", 1, code().op(0x10, 5)),
        arguments("unknown function 5, there are 4", 1, code().op(0x12, 5)),
        arguments("unknown function 5, there are 4", 1, code().op(0xd2, 5).drop()),
        arguments("undeclared function reference 0", 0, code().refFunc("hidden").drop()),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).call("one")),
        arguments("type mismatch: expected i32, found none", 0, code().call("one")),
        arguments("unknown type 60, there are 3", 3, code().i32Const(0).op(0x11, 60, 0)),
        arguments("unknown table 2, there are 2", 4, code().i32Const(0).op(0x11, 0, 2)),
        arguments(
            "type mismatch: expected funcref, found externref",
            2,
            code().i32Const(0).op(0x11, 0, 1)),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(0).op(0x11, 0, 0)),
        arguments(
            "type mismatch: expected results [] of a tail call, found [i32]",
            0,
            code().returnCall("result")),
        arguments(
            "type mismatch: expected results [] of a tail call, found [i32]",
            2,
            code().i32Const(0).returnCallIndirect("() -> i32")),
        arguments("unknown type 60, there are 3", 1, code().op(0x02, 60).end()),
        arguments("unknown memory 1, there are 1", 1, code().op(0x3f, 1).drop()),
        arguments(
            "alignment must not be larger than natural: expected at most 2^2, found 2^3",
            3,
            code().i32Const(0).access(0x28, 3, 0).drop()),
        arguments(
            "alignment must not be larger than natural: expected at most 2^0, found 2^1",
            3,
            code().i32Const(0).access(0x2d, 1, 0).drop()),
        arguments(
            "alignment must not be larger than natural: expected at most 2^2, found 2^3",
            5,
            code().i32Const(0).i64Const(0).access(0x3e, 3, 0)),
        arguments(
            "alignment must not be larger than natural: expected at most 2^2, found 2^63",
            3,
            code().i32Const(0).access(0x28, 63, 0).drop()),
        arguments(
            "malformed memop flags 0x80", 3, code().i32Const(0).op(0x28, 0x80, 0x01, 0).drop()),
        arguments(
            "unknown memory 1, there are 1", 4, code().i32Const(0).op(0x28, 0x42, 1, 0).drop()),
        arguments(
            "unknown memory 2, there are 1",
            9,
            code().i32Const(0).i32Const(0).i32Const(0).op(0xfc, 0x0a, 0, 2)),
        arguments(
            "offset out of range: 0x100000000 in a memory of 32 bits",
            4,
            code().i32Const(0).op(0x28, 2, 0x80, 0x80, 0x80, 0x80, 0x10).drop()),
        arguments(
            "type mismatch: expected i32, found i64", 2, code().i64Const(0).i32Load(0).drop()),
        arguments(
            "type mismatch: expected i32, found f32",
            7,
            code().i32Const(0).f32Const(0).i32Store(0)),
        arguments(
            "unknown data segment 1, there are 1",
            8,
            code().i32Const(0).i32Const(0).i32Const(0).memoryInit(1)),
        arguments("unknown data segment 1, there are 1", 2, code().dataDrop(1)),
        arguments("unknown table 2, there are 2", 3, code().i32Const(0).tableGet(2).drop()),
        arguments("unknown table 2, there are 2", 2, code().op(0xfc, 16, 2).drop()),
        arguments(
            "type mismatch: expected funcref, found externref",
            4,
            code().i32Const(0).refNull(ValueType.EXTERNREF).tableSet(0)),
        arguments(
            "type mismatch: expected externref, found funcref",
            6,
            code().i32Const(0).i32Const(0).i32Const(0).tableCopy(1, 0)),
        arguments(
            "unknown table 2, there are 2",
            9,
            code().i32Const(0).i32Const(0).i32Const(0).tableCopy(0, 2)),
        arguments(
            "type mismatch: expected externref, found (ref func)",
            6,
            code().i32Const(0).i32Const(0).i32Const(0).tableInit(1, 0)),
        arguments(
            "unknown elem segment 1, there are 1",
            8,
            code().i32Const(0).i32Const(0).i32Const(0).tableInit(0, 1)),
        arguments("unknown elem segment 3, there are 1", 2, code().elementDrop(3)),
        arguments("unknown tag 1, there are 1", 1, code().op(0x08, 1)),
        arguments("type mismatch: expected i32, found i64", 2, code().i64Const(1).throwTag("tag")),
        arguments(
            "type mismatch: expected exnref, found funcref",
            2,
            code().refNull(ValueType.FUNCREF).throwRef()),
        arguments("unknown tag 1, there are 1", 4, code().op(0x1f, 0x40, 1, 0, 1, 0).end()),
        arguments("malformed catch clause: kind 4", 3, code().op(0x1f, 0x40, 1, 4, 0, 0).end()),
        arguments("unknown label 1, there are 1", 0, code().tryTable(null, Clause.onAll(1)).end()),
        arguments(
            "type mismatch: expected 0 values for a label, found 1",
            0,
            code().tryTable(null, Clause.on("tag", 0)).end()),
        arguments(
            "type mismatch: expected i64, found i32",
            2,
            code()
                .block(ValueType.I64)
                .tryTable(null, Clause.on("tag", 0))
                .end()
                .unreachable()
                .end()
                .drop()),
        arguments(
            "type mismatch: expected i32, found (ref exn)",
            2,
            code()
                .block(ValueType.I32)
                .tryTable(null, Clause.onAllRef(0))
                .end()
                .unreachable()
                .end()
                .drop()),
        arguments("catch without try", 0, code().op(0x07, 0)),
        arguments("catch_all without try", 2, code().block().op(0x19).end()),
        arguments("delegate without try", 2, code().block().op(0x18, 0)),
        arguments("invalid rethrow label 0", 0, code().op(0x09, 0)),
        arguments(
            "type mismatch: expected a reference, found i32",
            2,
            code().i32Const(1).refIsNull().drop()));
  }

  static List<Arguments> bytes() {
    return List.of(
        arguments("illegal opcode 0x27", 0, code().op(0x27)),
        arguments("illegal opcode 0xff", 0, code().op(0xff)),
        arguments("illegal opcode 0xfc12", 0, code().op(0xfc, 0x12)),
        arguments("illegal opcode 0xfb1f", 0, code().op(0xfb, 0x1f)),
        arguments("illegal opcode 0xff", 0, code().op(0xff)),
        arguments(
            "integer representation too long",
            6,
            code().op(0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00).drop()),
        arguments("integer too large", 6, code().op(0x41, 0x80, 0x80, 0x80, 0x80, 0x70 - 1).drop()),
        arguments("integer too large", 6, code().op(0x20, 0x80, 0x80, 0x80, 0x80, 0x10).drop()),
        arguments(
            "integer representation too long",
            11,
            code().op(0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0).drop()),
        arguments(
            "integer too large",
            11,
            code().op(0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01).drop()),
        arguments("unknown memory 1, there are 1", 3, code().i32Const(0).op(0x40, 1).drop()),
        arguments("operators remaining after end of function", 1, code().end().nop()),
        arguments("function body must end with end", 3, code().block()),
        arguments("function body must end with end", 2, code().op(0x41)),
        arguments("unexpected end", 1, code().op(0x44, 0, 0)),
        arguments("vector of 100 runs past the end", 1, code().op(0x0e, 100)),
        arguments("malformed reference type", 1, code().op(0xd0, 0x7f).drop()),
        arguments("unknown type 18, there are 3", 1, code().op(0xd0, 0x12).drop()));
  }

  @ParameterizedTest
  @MethodSource({"types", "indexes", "bytes"})
  void isRefusedWithRuleAndPlace(String rule, int at, Code code) {
    ModuleBuilder module =
        module("lib.so")
            .type("() -> ()")
            .memory(1)
            .table(1)
            .table(ValueType.EXTERNREF, 1)
            .tag("tag", "(i32) -> ()")
            .global("constant", ValueType.I32, false, code().i32Const(0))
            .global("variable", ValueType.I32, true, code().i32Const(0))
            .function("hidden", "() -> ()", code())
            .function("one", "(i32) -> ()", code())
            .function("result", "() -> i32", code().i32Const(1))
            .passiveElements("one")
            .passiveData("x")
            .exportedFunction("f", "(i32) -> ()", code);

    String place = " at offset 0x" + Integer.toHexString(START + at);
    assertRefused("lib.so: not valid: function f: " + rule + place, module, 0);
  }

  @Test
  void needsTheSectionsThatItRefersTo() {
    assertRefused(
        "lib.so: not valid: function f: unknown memory 0, there are 0 at offset 0x21",
        module("lib.so").exportedFunction("f", VOID, code().i32Const(0).i32Load(0).drop()));
    assertRefused(
        "lib.so: not valid: function f: unknown memory 0, there are 0 at offset 0x1f",
        module("lib.so").exportedFunction("f", VOID, code().memorySize().drop()));
    assertRefused(
        "lib.so: not valid: function f: unknown table 0, there are 0 at offset 0x22",
        module("lib.so").exportedFunction("f", VOID, code().i32Const(0).callIndirect(VOID)));
    assertRefused(
        "lib.so: not valid: function f: data count section required at offset 0x25",
        module("lib.so")
            .memory(1)
            .data(code().i32Const(0), "x")
            .exportedFunction("f", VOID, code().dataDrop(0)));
  }

  @Test
  void isNamedByItsNameOrIndex() {
    Code bad = code().i32Const(1);
    String rule = "type mismatch: expected the end of the stack, found 1 more operands";
    assertRefused(
        "lib.so: not valid: function inner: " + rule + " at offset 0x21",
        module("lib.so")
            .function("inner", VOID, bad)
            .exportedFunction("f", VOID, code().call("inner"))
            .withNames());
    assertRefused(
        "lib.so: not valid: function func[0]: " + rule + " at offset 0x21",
        module("lib.so")
            .function("inner", VOID, bad)
            .exportedFunction("f", VOID, code().call("inner")));
  }

  @Test
  void doesNotRunBeforeItIsRefused() {
    ModuleBuilder module =
        module("lib.so")
            .global("ran", ValueType.I32, true, code().i32Const(0))
            .exportedFunction("f", VOID, code().i32Const(1).globalSet("ran").i64Const(1).i32Eqz())
            .exportedFunction("ran", "() -> i32", code().globalGet("ran"));
    Instance instance = Guests.start(module);

    assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(0, call(instance, "ran"));
  }

  @Test
  void trapsAgainWhenItIsCalledAgain() {
    Instance instance =
        Guests.start(module("lib.so").exportedFunction("f", VOID, code().i32Const(1)));

    var first = assertThrows(TrapException.class, () -> call(instance, "f"));
    var second = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(TrapKind.OTHER, first.kind());
    assertEquals(first.getMessage(), second.getMessage());
  }

  /** By both ways: at once when it is loaded, and when it is called first. */
  private static void assertRefused(String message, ModuleBuilder builder, Object... arguments) {
    WasmModule module = builder.build();
    var eager =
        assertThrows(
            InvalidModuleException.class, () -> JvmEngine.verifyingAtOnce().compile(module));
    assertEquals(message, eager.getMessage());

    Instance instance = Guests.start(Guests.compile(new JvmEngine(), module));
    var lazy = assertThrows(TrapException.class, () -> call(instance, "f", arguments));
    assertEquals(message, lazy.getMessage());
  }
}
