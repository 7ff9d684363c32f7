package org.dylink.testing;

import static org.dylink.format.ValueType.EXNREF;
import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Extern;
import org.dylink.engine.Instance;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.TagType;
import org.dylink.testing.Code.Clause;
import org.junit.jupiter.api.Test;

/** {@code catch_ref}, {@code catch_all_ref} and {@code throw_ref}. */
abstract class ExceptionReferenceContract extends ContractTest {
  private static final String UNARY = "(i32) -> i32";
  private static final String PAYLOAD = "(i32) -> ()";
  private static final String PAYLOAD_AND_REFERENCE = "() -> (i32, exnref)";

  @Test
  void givesThePayloadAndTheReference() {
    ModuleBuilder module = thrower();
    module.exportedFunction("f", UNARY, catchPayload("throw").drop());

    assertEquals(7, call(run(module), "f", 7));
  }

  @Test
  void throwsAgain() {
    ModuleBuilder module = thrower();
    module.function("again", PAYLOAD, catchReference("throw").throwRef());
    module.exportedFunction("f", UNARY, catchPayload("again").drop());

    assertEquals(7, call(run(module), "f", 7));
  }

  @Test
  void throwsAgainInTheFunctionThatThrewAndCatchesThere() {
    ModuleBuilder module = thrower();
    module.exportedFunction(
        "f",
        UNARY,
        code()
            .block(I32)
            .tryCatch(null, "tag", 0)
            .block(EXNREF)
            .tryTable(null, Clause.onAllRef(0))
            .localGet(0)
            .throwTag("tag")
            .end()
            .unreachable()
            .end()
            .throwRef()
            .end()
            .unreachable()
            .end());

    assertEquals(7, call(run(module), "f", 7));
  }

  @Test
  void whatIsThrownAgainMayBeCaughtByNobody() {
    ModuleBuilder module = thrower();
    module.exportedFunction("f", PAYLOAD, catchReference("throw").throwRef());
    Instance instance = run(module);

    var trap = assertThrows(TrapException.class, () -> call(instance, "f", 7));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    assertEquals("tag tag caught by nobody", trap.getMessage());
  }

  @Test
  void aSecondExceptionDoesNotTakeThePlaceOfTheFirst() {
    ModuleBuilder module = thrower();
    assertFirstOfTwo(run(cleanup(module, "throw")));
  }

  @Test
  void aSecondExceptionOfAnotherModuleDoesNotTakeThePlaceOfTheFirst() {
    Tag tag = engine().newTag(new TagType(Signature.of(PAYLOAD)));
    Instance thrower =
        run(
            module("thrower.so")
                .importTag("env", "tag", PAYLOAD)
                .exportedFunction("throw", PAYLOAD, code().localGet(0).throwTag("env.tag")),
            tag);
    Extern[] imports = {function(thrower, "throw"), tag};
    ModuleBuilder module =
        module("lib.so")
            .importFunction("env", "throw", PAYLOAD)
            .importTag("env", "tag", PAYLOAD)
            .exportTag("tag", "env.tag");

    assertFirstOfTwo(run(cleanup(module, "env.throw", "env.tag"), imports));
  }

  @Test
  void aSecondExceptionInADeeperCallDoesNotTakeThePlaceOfTheFirst() {
    ModuleBuilder module = thrower();
    module.function("inner", UNARY, catchPayload("throw").drop());
    module.function(
        "cleanup",
        PAYLOAD,
        code()
            .locals(EXNREF)
            .then(catchReference("throw"))
            .localSet(1)
            .i32Const(100)
            .call("inner")
            .drop()
            .localGet(1)
            .throwRef());
    module.exportedFunction("f", UNARY, catchPayload("cleanup").drop());

    assertFirstOfTwo(run(module));
  }

  @Test
  void aReferenceMayBeThrownTwice() {
    ModuleBuilder module = thrower();
    module.function("throwOnce", "(i32, exnref) -> ()", code().localGet(1).throwRef());
    module.exportedFunction(
        "f",
        UNARY,
        code()
            .locals(EXNREF)
            .then(catchReference("throw"))
            .localSet(1)
            .block(I32)
            .tryCatch(null, "tag", 0)
            .i32Const(0)
            .localGet(1)
            .call("throwOnce")
            .end()
            .unreachable()
            .end()
            .block(I32)
            .tryCatch(null, "tag", 0)
            .i32Const(0)
            .localGet(1)
            .call("throwOnce")
            .end()
            .unreachable()
            .end()
            .i32Add());

    assertEquals(14, call(run(module), "f", 7));
  }

  private void assertFirstOfTwo(Instance instance) {
    assertEquals(1, call(instance, "f", 1));
    assertEquals(2, call(instance, "f", 2));
  }

  private static ModuleBuilder thrower() {
    return module("lib.so")
        .tag("tag", PAYLOAD)
        .exportTag("tag", "tag")
        .function("throw", PAYLOAD, code().localGet(0).throwTag("tag"));
  }

  private static ModuleBuilder cleanup(ModuleBuilder module, String thrower) {
    return cleanup(module, thrower, "tag");
  }

  /** Adds f, which calls a function that catches two exceptions and throws the first one again. */
  private static ModuleBuilder cleanup(ModuleBuilder module, String thrower, String tag) {
    module.function(
        "cleanup",
        PAYLOAD,
        code()
            .locals(EXNREF)
            .then(catchReference(thrower))
            .localSet(1)
            .block(EXNREF)
            .tryTable(null, Clause.onAllRef(0))
            .i32Const(100)
            .call(thrower)
            .end()
            .unreachable()
            .end()
            .drop()
            .localGet(1)
            .throwRef());
    return module.exportedFunction("f", UNARY, catchPayload("cleanup", tag).drop());
  }

  private static Code catchPayload(String thrower) {
    return catchPayload(thrower, "tag");
  }

  /** Calls with parameter 0, gives payload and reference. */
  private static Code catchPayload(String thrower, String tag) {
    return code()
        .block(PAYLOAD_AND_REFERENCE)
        .tryTable(null, Clause.onRef(tag, 0))
        .localGet(0)
        .call(thrower)
        .end()
        .unreachable()
        .end();
  }

  /** Calls with parameter 0, gives the reference. */
  private static Code catchReference(String thrower) {
    return code()
        .block(EXNREF)
        .tryTable(null, Clause.onAllRef(0))
        .localGet(0)
        .call(thrower)
        .end()
        .unreachable()
        .end();
  }
}
