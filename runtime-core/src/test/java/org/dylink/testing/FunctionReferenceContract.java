package org.dylink.testing;

import static org.dylink.format.ValueType.FUNCREF;
import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.format.TagType;
import org.junit.jupiter.api.Test;

/** References to functions as parameters and results: they mean the same function everywhere. */
abstract class FunctionReferenceContract extends ContractTest {
  private static final String CONSTANT = "() -> i32";
  private static final String GIVE = "() -> funcref";
  private static final String CALL = "(funcref) -> i32";
  private static final String PASS = "(funcref) -> funcref";

  @Test
  void givesItsOwnFunction() {
    Instance giver = giver();

    assertSame(function(giver, "seven"), call(giver, "give"));
  }

  @Test
  void takesAndGivesNull() {
    Instance lib =
        run(
            module("lib.so")
                .exportedFunction("null", GIVE, code().refNull(FUNCREF))
                .exportedFunction("isNull", CALL, code().localGet(0).refIsNull())
                .exportedFunction("pass", PASS, code().localGet(0)));

    assertNull(call(lib, "null"));
    assertNull(call(lib, "pass", (Object) null));
    assertEquals(1, call(lib, "isNull", (Object) null));
    assertEquals(0, call(lib, "isNull", function(lib, "pass")));
  }

  @Test
  void givesBackWhatItTakes() {
    Function seven = function(giver(), "seven");
    Function host = host("host", CONSTANT, arguments -> 9);
    Instance lib = run(module("lib.so").exportedFunction("pass", PASS, code().localGet(0)));

    assertSame(seven, call(lib, "pass", seven));
    assertSame(host, call(lib, "pass", host));
  }

  @Test
  void callsWhatItTakes() {
    Instance caller = caller();

    assertEquals(7, call(caller, "call", function(giver(), "seven")));
    assertEquals(9, call(caller, "call", host("host", CONSTANT, arguments -> 9)));
    assertEquals(5, call(caller, "call", function(caller, "five")));
  }

  @Test
  void givesAFunctionToAnotherModule() {
    Instance user =
        run(
            module("user.so")
                .importFunction("env", "give", GIVE)
                .table(1)
                .exportedFunction(
                    "f",
                    CONSTANT,
                    code()
                        .i32Const(0)
                        .call("env.give")
                        .tableSet(0)
                        .i32Const(0)
                        .callIndirect(CONSTANT)),
            function(giver(), "give"));

    assertEquals(7, call(user, "f"));
  }

  @Test
  void takesAFunctionOfAnotherModuleThroughATable() {
    Instance caller = caller();
    FunctionSlot slot = engine().newSlot("env.call", Signature.of(CALL));
    slot.bind(function(caller, "call"));
    Table table = table(1, 1);
    Instance user =
        run(
            module("user.so")
                .importTable("env", "table", 1)
                .exportedFunction("three", CONSTANT, code().i32Const(3))
                .exportedFunction(
                    "f", CONSTANT, code().refFunc("three").i32Const(0).callIndirect(CALL)),
            table);
    table.set(0, slot);

    assertEquals(3, call(user, "f"));
  }

  @Test
  void takesAndGivesFunctionsAmongOtherValues() {
    String all = "(i32, funcref, externref, i64) -> (i64, externref, funcref, i32)";
    Instance lib =
        run(
            module("lib.so")
                .exportedFunction(
                    "turn", all, code().localGet(3).localGet(2).localGet(1).localGet(0)));
    Instance user =
        run(
            module("user.so")
                .importFunction("env", "turn", all)
                .exportedFunction(
                    "f",
                    all,
                    code().localGet(0).localGet(1).localGet(2).localGet(3).call("env.turn")),
            function(lib, "turn"));
    Function seven = function(giver(), "seven");

    assertArrayEquals(
        new Object[] {4L, "three", seven, 1}, (Object[]) call(user, "f", 1, seven, "three", 4L));
    assertArrayEquals(
        new Object[] {4L, null, null, 1}, (Object[]) call(user, "f", 1, null, null, 4L));
  }

  @Test
  void exceptionsPassFunctionsThatTakeFunctions() {
    Tag tag = engine().newTag(new TagType(Signature.of("(i32) -> ()")));
    Instance thrower =
        run(
            module("thrower.so")
                .importTag("env", "tag", "(i32) -> ()")
                .exportedFunction(
                    "throw", "(funcref) -> ()", code().i32Const(6).throwTag("env.tag")),
            tag);
    Instance catcher =
        run(
            module("catcher.so")
                .importFunction("env", "throw", "(funcref) -> ()")
                .importTag("env", "tag", "(i32) -> ()")
                .exportedFunction(
                    "f",
                    CONSTANT,
                    code()
                        .block(I32)
                        .tryCatch(null, "env.tag", 0)
                        .refNull(FUNCREF)
                        .call("env.throw")
                        .end()
                        .unreachable()
                        .end()),
            function(thrower, "throw"),
            tag);

    assertEquals(6, call(catcher, "f"));
    var trap = assertThrows(TrapException.class, () -> call(thrower, "throw", (Object) null));
    assertEquals("tag tag caught by nobody", trap.getMessage());
  }

  /** Gives a function that gives 7. */
  private Instance giver() {
    return run(
        module("giver.so")
            .exportedFunction("seven", CONSTANT, code().i32Const(7))
            .exportedFunction("give", GIVE, code().refFunc("seven")));
  }

  /** Calls a function that it is given. */
  private Instance caller() {
    return run(
        module("caller.so")
            .table(1)
            .exportedFunction("five", CONSTANT, code().i32Const(5))
            .exportedFunction(
                "call",
                CALL,
                code().i32Const(0).localGet(0).tableSet(0).i32Const(0).callIndirect(CONSTANT)));
  }
}
