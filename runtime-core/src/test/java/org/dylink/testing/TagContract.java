package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code.Clause;
import org.junit.jupiter.api.Test;

/** Exceptions thrown in one module and caught in another. */
abstract class TagContract extends ContractTest {
  private static final String PAYLOAD = "(i32) -> ()";
  private static final String VOID = "() -> ()";

  @Test
  void catchesInOneModuleWhatAnotherThrows() {
    Tag tag = tag();
    Instance thrower = thrower(tag);
    Instance catcher = catcher(function(thrower, "throw"), tag);

    assertEquals(42, call(catcher, "f", 42));
  }

  @Test
  void findsThePayloadWhateverTheModulesCallTheirTypes() {
    // In the thrower the payload's type is number 2, in the catcher number 1.
    Tag tag = tag();
    Instance thrower =
        run(
            module("thrower.so")
                .type("(i64, i64) -> i64")
                .type("() -> ()")
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("env.tag")),
            tag);

    assertEquals(5, call(catcher(function(thrower, "throw"), tag), "f", 5));
  }

  @Test
  void tellsTagsOfOneTypeApart() {
    Tag exception = tag();
    Tag jump = tag();
    Instance thrower = thrower(jump);
    Instance catcher =
        run(
            module("catcher.so")
                .importFunction("env", "throw", PAYLOAD)
                .importTag("env", "__cpp_exception", PAYLOAD)
                .importTag("env", "__c_longjmp", PAYLOAD)
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code()
                        .block(ValueType.I32)
                        .block(ValueType.I32)
                        .tryCatch(null, "env.__cpp_exception", 0)
                        .tryCatch(null, "env.__c_longjmp", 2)
                        .localGet(0)
                        .call("env.throw")
                        .end()
                        .end()
                        .i32Const(0)
                        .returnAll()
                        .end()
                        .i32Const(1000)
                        .i32Add()
                        .returnAll()
                        .end()),
            function(thrower, "throw"),
            exception,
            jump);

    assertEquals(42, call(catcher, "f", 42));
  }

  @Test
  void doesNotCatchAnotherTagOfTheSameType() {
    Instance thrower = thrower(tag());
    Instance catcher = catcher(function(thrower, "throw"), tag());

    var trap = assertThrows(TrapException.class, () -> call(catcher, "f", 42));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    assertEquals("tag tag caught by nobody", trap.getMessage());
  }

  @Test
  void catchesItsOwnTagThrownByAModuleThatImportsIt() {
    FunctionSlot slotToThrow = newSlot();
    Instance definer =
        run(
            module("libunwind.so")
                .importFunction("env", "callback", PAYLOAD)
                .tag("other", PAYLOAD)
                .tag("tag", PAYLOAD)
                .exportTag("tag", "tag")
                .exportedFunction("f", "(i32) -> i32", catching("env.callback", "tag")),
            slotToThrow);
    Instance thrower =
        run(
            module("thrower.so")
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("env.tag")),
            export(definer, "tag"));
    slotToThrow.bind(function(thrower, "throw"));

    assertEquals(9, call(definer, "f", 9));
  }

  @Test
  void catchesATagThatAnotherModuleDefinesAndThrows() {
    Instance definer =
        run(
            module("libunwind.so")
                .tag("other", PAYLOAD)
                .tag("tag", PAYLOAD)
                .exportTag("tag", "tag")
                .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("tag")));
    Instance catcher = catcher(function(definer, "throw"), export(definer, "tag"));

    assertEquals(3, call(catcher, "f", 3));
  }

  @Test
  void catchesAfterAnExceptionWentThroughTableAndSlot() {
    Tag tag = tag();
    Instance thrower = thrower(tag);
    Table table = table(1, 1);
    FunctionSlot slotToThrow = newSlot();
    slotToThrow.bind(function(thrower, "throw"));
    table.set(0, slotToThrow);
    Instance between =
        run(
            module("between.so")
                .type(VOID)
                .importTable("env", "table", 1)
                .exportedFunction(
                    "f", PAYLOAD, code().localGet(0).i32Const(0).callIndirect(PAYLOAD)),
            table);

    assertEquals(8, call(catcher(function(between, "f"), tag), "f", 8));
  }

  @Test
  void catchesRightAroundAnIndirectCallIntoAnotherModule() {
    Tag tag = tag();
    Table table = table(1, 1);
    table.set(0, function(thrower(tag), "throw"));
    Instance catcher =
        run(
            module("catcher.so")
                .importTable("env", "table", 1)
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code()
                        .i32Const(1000)
                        .block(ValueType.I32)
                        .tryCatch(null, "env.tag", 0)
                        .localGet(0)
                        .i32Const(0)
                        .callIndirect(PAYLOAD)
                        .end()
                        .i32Const(-1)
                        .end()
                        .i32Add()),
            table,
            tag);

    assertEquals(1011, call(catcher, "f", 11));
    assertEquals(1012, call(catcher, "f", 12));
  }

  @Test
  void takesTheResultsOfAnIndirectCallInsideOfAHandler() {
    Tag tag = tag();
    Table table = table(1, 1);
    table.set(0, host("half", "(i32) -> i32", arguments -> (int) arguments[0] / 2));
    Instance catcher =
        run(
            module("catcher.so")
                .importTable("env", "table", 1)
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code()
                        .block(ValueType.I32)
                        .tryCatch(ValueType.I32, "env.tag", 0)
                        .localGet(0)
                        .i32Const(0)
                        .callIndirect("(i32) -> i32")
                        .end()
                        .end()),
            table,
            tag);

    assertEquals(21, call(catcher, "f", 42));
  }

  @Test
  void leavesTheFunctionsBetweenThrowAndCatch() {
    // setjmp in app, qsort in libc, longjmp in a callback that is in app again
    Tag tag = tag();
    List<Object> notes = new ArrayList<>();
    Function note = host("note", VOID, arguments -> notes.add("went on"));
    FunctionSlot callback = engine().newSlot("env.callback", Signature.of(PAYLOAD));
    Instance library =
        run(
            module("libc.so")
                .importFunction("env", "callback", PAYLOAD)
                .importFunction("env", "note", VOID)
                .exportedFunction(
                    "sort", PAYLOAD, code().localGet(0).call("env.callback").call("env.note")),
            callback,
            note);
    Instance app =
        run(
            module("app.wasm")
                .importFunction("env", "sort", PAYLOAD)
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction("compare", PAYLOAD, code().localGet(0).throwTag("env.tag"))
                .exportedFunction("f", "(i32) -> i32", catching("env.sort", "env.tag")),
            function(library, "sort"),
            tag);
    callback.bind(function(app, "compare"));

    assertEquals(6, call(app, "f", 6));
    assertEquals(List.of(), notes);
    assertEquals(7, call(app, "f", 7));
  }

  @Test
  void catchesAllExceptionsOfOtherModules() {
    Instance thrower = thrower(tag());
    Instance catcher =
        run(
            module("catcher.so")
                .importFunction("env", "throw", PAYLOAD)
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code()
                        .block()
                        .tryTable(null, Clause.onAll(0))
                        .localGet(0)
                        .call("env.throw")
                        .end()
                        .end()
                        .i32Const(77)),
            function(thrower, "throw"));

    assertEquals(77, call(catcher, "f", 1));
  }

  @Test
  void throwsAgainWhatItCaughtByReference() {
    Tag tag = tag();
    Instance thrower = thrower(tag);
    Instance cleanup =
        run(
            module("cleanup.so")
                .importFunction("env", "throw", PAYLOAD)
                .exportedFunction(
                    "f",
                    PAYLOAD,
                    code()
                        .block(ValueType.EXNREF)
                        .tryTable(null, Clause.onAllRef(0))
                        .localGet(0)
                        .call("env.throw")
                        .end()
                        .returnAll()
                        .end()
                        .throwRef()),
            function(thrower, "throw"));

    assertEquals(4, call(catcher(function(cleanup, "f"), tag), "f", 4));
  }

  private FunctionSlot newSlot() {
    return engine().newSlot("env.callback", Signature.of(PAYLOAD));
  }

  private Tag tag() {
    return engine().newTag(new TagType(Signature.of(PAYLOAD)));
  }

  private Instance thrower(Tag tag) {
    return run(
        module("thrower.so")
            .type("() -> i64")
            .importTag("env", "tag", PAYLOAD)
            .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("env.tag")),
        tag);
  }

  /** A module whose {@code f(x)} calls a function with x and gives the payload it catches. */
  private Instance catcher(Function called, Extern tag) {
    return run(
        module("catcher.so")
            .importFunction("env", "throw", PAYLOAD)
            .importTag("env", "tag", PAYLOAD)
            .exportedFunction("f", "(i32) -> i32", catching("env.throw", "env.tag")),
        called,
        tag);
  }

  private static Code catching(String function, String tag) {
    return code()
        .block(ValueType.I32)
        .tryCatch(null, tag, 0)
        .localGet(0)
        .call(function)
        .end()
        .i32Const(-1)
        .end();
  }
}
