package org.dylink.machine.run;

import static org.dylink.format.ValueType.EXNREF;
import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** What a guest knows stays, however much it has known; all else is forgotten. */
class HeldReferencesTest {
  private static final int MANY = 20_000;

  @Test
  void keepsWhatWordsStandForAndForgetsTheRest() {
    HeldReferences held = new HeldReferences();
    long known = held.reference("known");
    long other = held.reference("other");
    held.hold(0x7f00_0000_1000L, "function");
    held.hold(0x7f00_0000_2000L, "other function");
    held.beginToKeep();
    LongStream.of(0, 12, known, 0x7f00_0000_1000L, -1).forEach(held::keep);
    held.forget();

    assertEquals("known", held.get(known));
    assertNull(held.get(other));
    assertEquals("function", held.get(0x7f00_0000_1000L));
    assertNull(held.get(0x7f00_0000_2000L));
    assertTrue(HeldReferences.isOne(other));
    assertFalse(HeldReferences.isOne(0x7fff_1234_5678L));
  }

  @Test
  void theFirstExceptionIsThereAfterManyOthers() throws Exception {
    ModuleBuilder module = ModuleBuilder.module("lib.so").tag("tag", "(i32) -> ()");
    module.function("caught", "(i32) -> exnref", caught());
    module.exportedFunction("f", "(i32) -> i32", afterManyOthers());
    Instance instance =
        new NativeEngine(ObjectSource.compiling(new LlvmCompiler()))
            .compile(module.build())
            .instantiate(List.of(), InstanceLimits.NONE);
    instance.start();

    assertEquals(MANY, ((Function) instance.export("f").orElseThrow()).call(MANY));
  }

  private static Code caught() {
    return code()
        .block(EXNREF)
        .tryTable(null, Clause.onAllRef(0))
        .localGet(0)
        .throwTag("tag")
        .end()
        .unreachable()
        .end();
  }

  // The first one carries the count, the others what is left of it.
  private static Code afterManyOthers() {
    return code()
        .locals(EXNREF)
        .localGet(0)
        .call("caught")
        .localSet(1)
        .loop()
        .localGet(0)
        .call("caught")
        .drop()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .localSet(0)
        .localGet(0)
        .brIf(0)
        .end()
        .block(I32)
        .tryCatch(null, "tag", 0)
        .localGet(1)
        .throwRef()
        .end()
        .unreachable()
        .end();
  }
}
