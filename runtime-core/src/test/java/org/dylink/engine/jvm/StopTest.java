package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program ends when it is stopped, whatever it does, interpreted and compiled by HotSpot. */
class StopTest {
  private static final String VOID = "() -> ()";
  private static final int TIERS = 3; // first interpreted; then compiled while it runs, or before

  private final JvmEngine engine = new JvmEngine();

  @Test
  void stopsALoopWithoutCalls() throws Exception {
    assertStops(code().call("ready").loop().br(0).end());
  }

  @Test
  void stopsALoopThatCounts() throws Exception {
    assertStops(counting(code()));
  }

  @Test
  void stopsALoopThatReadsMemory() throws Exception {
    assertStops(counting(code().i32Const(0).i32Load(0).drop()));
  }

  @Test
  void stopsTheLoopOfASplitFunction() throws Exception {
    assertStops(counting(large()));
  }

  @Test
  void stopsALoopInAPartOfAFunction() throws Exception {
    Code small = code().i32Const(1).localTee(0).drop().loop().localGet(0).brIf(0).end();
    assertStops(code().call("ready").then(large()).then(small).then(large()));
  }

  @Test
  void stopsALoopThatCatchesAllExceptions() throws Exception {
    Code caught = code().block().tryTable(null, Clause.onAll(0)).throwTag("tag").end().end();
    assertStops(counting(caught));
  }

  @Test
  void stopsRecursion() throws Exception {
    // 2^60 calls, never more than 60 deep.
    assertStops(code().call("ready").i32Const(60).call("twice"));
  }

  @Test
  void stopsTailCalls() throws Exception {
    assertStops(code().call("ready").call("tail"));
  }

  @Test
  void stopsIndirectTailCalls() throws Exception {
    assertStops(code().call("ready").call("indirect tail"));
  }

  @Test
  void stopsIndirectCalls() throws Exception {
    assertStops(counting(code().i32Const(0).callIndirect(VOID)));
  }

  @Test
  void stopsFillingAndCopyingOfLargeAreas() throws Exception {
    Code fill = code().i32Const(0).i32Const(1).i32Const(64 << 20).memoryFill();
    assertStops(counting(fill));
    assertStops(counting(code().i32Const(1 << 20).i32Const(0).i32Const(63 << 20).memoryCopy()));
  }

  /** A minute of it and more, one instruction behind the other. */
  @Test
  void stopsLongInstructionsWithoutALoop() throws Exception {
    Code fill = code().i32Const(0).i32Const(1).i32Const(64 << 20).memoryFill();
    Code copy = code().i32Const(1 << 20).i32Const(0).i32Const(63 << 20).memoryCopy();
    Code table = code().i32Const(0).refNull(ValueType.FUNCREF).i32Const(1_000_000).tableFill(1);
    Code tables = code().i32Const(1).i32Const(0).i32Const(999_999).tableCopy(1, 1);
    for (Code each : List.of(fill, copy, table, tables)) {
      Code all = code().call("ready");
      for (int i = 0; i < 20_000; i++) {
        all.then(each);
      }
      assertStops(all);
    }
  }

  @Test
  void stopsLoopsThatGrow() throws Exception {
    assertStops(counting(code().i32Const(0).memoryGrow().drop()));
    assertStops(counting(code().i32Const(1).memoryGrow().drop()));
    assertStops(counting(code().refNull(ValueType.FUNCREF).i32Const(0).tableGrow(1).drop()));
    assertStops(counting(code().refNull(ValueType.FUNCREF).i32Const(1_000).tableGrow(1).drop()));
  }

  @Test
  void stopsALoopThatABranchTableCloses() throws Exception {
    assertStops(code().call("ready").loop().localGet(0).brTable(0, 0, 0).end());
    int[] many = new int[5_000];
    assertStops(code().call("ready").loop().i32Const(4_000).brTable(many).end());
  }

  @Test
  void stopsTwoLoopsThatGoToEachOther() throws Exception {
    Code inner = code().loop().localGet(0).i32Eqz().localTee(0).brIf(1).br(0).end();
    assertStops(code().call("ready").loop().then(inner).end());
  }

  /** 2^40 calls through the table. */
  @Test
  void stopsMutualRecursion() throws Exception {
    assertStops(code().call("ready").i32Const(40).call("twice by table"));
  }

  /** What the guest can catch is no end for it: in both encodings, thrown, rethrown, passed on. */
  @Test
  void stopsExceptionsWithoutEnd() throws Exception {
    Code again = code().block(ValueType.EXNREF).tryTable(null, Clause.onAllRef(0));
    assertStops(counting(code().then(again).throwTag("tag").end().unreachable().end().localSet(1)));
    // Each handler throws again what it has caught.
    Code rethrown =
        code()
            .block(ValueType.EXNREF)
            .tryTable(null, Clause.onAllRef(0))
            .throwTag("tag")
            .end()
            .unreachable()
            .end()
            .loop("(exnref) -> ()")
            .localSet(1)
            .block(ValueType.EXNREF)
            .tryTable(null, Clause.onAllRef(0))
            .localGet(1)
            .throwRef()
            .end()
            .unreachable()
            .end()
            .br(0)
            .end();
    assertStops(code().call("ready").then(rethrown));
    // try, catch_all: in the handler the same again, which a try around it catches.
    Code legacy = code().op(0x06, 0x40).throwTag("tag").op(0x19).nop().end();
    assertStops(counting(legacy));
    Code rethrowing =
        code().op(0x06, 0x40).op(0x06, 0x40).throwTag("tag").op(0x19).op(0x09, 0).end();
    assertStops(counting(code().then(rethrowing).op(0x19).end()));
    Code delegating = code().op(0x06, 0x40).op(0x06, 0x40).throwTag("tag").op(0x18, 0);
    assertStops(counting(code().then(delegating).op(0x19).end()));
    assertStops(counting(code().op(0x06, 0x40).call("endless").op(0x19).end()));
    assertStops(
        counting(code().block().tryTable(null, Clause.onAll(0)).call("endless").end().end()));
  }

  @Test
  void stopsAStartFunction() throws Exception {
    ExecutionControl control = engine.newExecutionControl();
    var run =
        MethodHandles.publicLookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
    Runnable stop = () -> control.stop("test");
    Function host = engine.newFunction("ready", Signature.of(VOID), run.bindTo(stop));
    ModuleBuilder module =
        module("lib.so")
            .importFunction("env", "ready", VOID)
            .function("start", VOID, code().call("env.ready").loop().br(0).end())
            .start("start");
    var compiled = compile(engine, module);
    var trap = assertThrows(TrapException.class, () -> control.call(() -> start(compiled, host)));
    assertEquals("test", trap.getMessage());
  }

  /** A host function that is interrupted and says nothing of it is the last that is called. */
  @Test
  void callsNoHostFunctionAfterTheOneThatWasStopped() throws Exception {
    ExecutionControl control = engine.newExecutionControl();
    AtomicInteger calls = new AtomicInteger();
    Code code = code().call("ready").call("env.ready").call("env.ready");
    Instance instance =
        instance(
            code,
            () -> {
              calls.incrementAndGet();
              control.stop("test");
              assertTrue(Thread.interrupted());
            });

    var trap = assertThrows(TrapException.class, () -> control.call(() -> call(instance, "f")));
    assertEquals("test", trap.getMessage());
    assertEquals(1, calls.get());
  }

  @Test
  void stopsWhereAFunctionIsCompiled() throws Exception {
    assertStops(code().call("ready").call("large").loop().br(0).end());
  }

  /** Stopped right before a function is compiled, which is not left half done. */
  @Test
  void stopsBeforeAFirstCall() throws Exception {
    ExecutionControl control = engine.newExecutionControl();
    Code code = code().call("ready").call("large").loop().br(0).end();
    Instance instance = instance(code, () -> control.stop("test"));

    var trap = assertThrows(TrapException.class, () -> control.call(() -> call(instance, "f")));
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("test", trap.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
    call(instance, "large");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000, 100_000})
  void goesOnAfterAnotherProgramWasStopped(int times) throws Exception {
    Instance instance = instance(code(), () -> {});
    for (int i = 0; i < times; i++) {
      call(instance, "leaf");
    }
    assertStops(counting(code()));
    call(instance, "f");
    call(instance, "large");
  }

  /** An endless loop around some code that counts in a local. */
  private static Code counting(Code inner) {
    return code()
        .call("ready")
        .loop()
        .then(inner)
        .localGet(0)
        .i32Const(1)
        .i32Add()
        .localSet(0)
        .br(0)
        .end();
  }

  private static Code large() {
    Code code = code();
    for (int i = 0; i < 300; i++) {
      code.i32Const(8).i32Const(8).i32Load(0).localGet(0).i32Add().i32Store(0);
    }
    return code;
  }

  private Instance instance(Code code, Runnable ready) throws ReflectiveOperationException {
    var run =
        MethodHandles.publicLookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
    Function host = engine.newFunction("ready", Signature.of(VOID), run.bindTo(ready));
    ModuleBuilder module =
        module("lib.so")
            .importFunction("env", "ready", VOID)
            .memory(1_024)
            .table(3)
            .table(ValueType.FUNCREF, 1_000_000)
            .tag("tag", VOID)
            .function("ready", VOID, code().call("env.ready"))
            .exportedFunction("leaf", VOID, code())
            .exportedFunction("large", VOID, code().locals(ValueType.I32).then(large()))
            .function("tail", VOID, code().returnCall("tail"))
            .function("indirect tail", VOID, code().i32Const(1).returnCallIndirect(VOID))
            .function("twice", "(i32) -> ()", twice(code().call("twice")))
            .function("twice by table", "(i32) -> ()", twice(byTable()))
            .function("endless", VOID, code().i32Const(1).throwTag("number"))
            .tag("number", "(i32) -> ()")
            .elements(code().i32Const(0), "leaf", "indirect tail", "twice by table");
    Code looping = code().locals(ValueType.I32, ValueType.EXNREF).then(code);
    return start(compile(engine, module.exportedFunction("f", VOID, looping)), host);
  }

  private static Code byTable() {
    return code().i32Const(2).callIndirect("(i32) -> ()");
  }

  private static Code twice(Code call) {
    Code again = code().localGet(0).i32Const(1).i32Sub().then(call);
    return code().localGet(0).ifThen().then(again).then(again).end();
  }

  /** Runs the code in a thread of its own, some times, and stops it once it runs. */
  private void assertStops(Code code) throws Exception {
    for (int i = 0; i < TIERS; i++) {
      CountDownLatch ready = new CountDownLatch(1);
      Instance instance = instance(code, ready::countDown);
      ExecutionControl control = engine.newExecutionControl();
      CompletableFuture<TrapException> end = new CompletableFuture<>();
      Thread thread = new Thread(() -> end.complete(trapOf(control, instance)), "stopped");
      thread.start();
      assertTrue(ready.await(60, TimeUnit.SECONDS), "not started in time");
      control.stop("test");

      TrapException trap = end.get(60, TimeUnit.SECONDS);
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals("test", trap.getMessage());
      thread.join();
    }
  }

  private static TrapException trapOf(ExecutionControl control, Instance instance) {
    return assertThrows(TrapException.class, () -> control.call(() -> call(instance, "f")));
  }
}
