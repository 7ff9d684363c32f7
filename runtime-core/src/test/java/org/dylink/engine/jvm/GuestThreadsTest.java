package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.engine.Engine;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.LateInstances;
import org.dylink.engine.Table;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Limits;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance in several threads of a guest: globals of their own, everything else is shared. */
public class GuestThreadsTest {
  private static final String INT = "() -> i32";
  private static final FunctionType INT_TYPE = new FunctionType(List.of(), List.of(ValueType.I32));

  private final List<Instance> made = new ArrayList<>();
  private Engine engine;
  private Table table;
  private ExecutionControl first;
  private ExecutionControl second;
  private Instance counter;
  private RuntimeException refusal;
  private Runnable whenEntered = () -> {};

  @BeforeEach
  void beginThreads() {
    engine = engine();
    table = newTable();
    first = engine.newExecutionControl(0, this::enter);
    second = engine.newExecutionControl(1, this::enter);
  }

  /** The engine under test. */
  protected Engine engine() {
    return new JvmEngine();
  }

  /** Its {@code base}, an import, is 100 times as many as threads came before. */
  private void enter(Instance instance) {
    if (refusal != null) {
      throw refusal;
    }
    whenEntered.run();
    Instance own = instance.forThread(List.of(base(100 * (made.size() + 1))));
    made.add(own);
    own.initialize();
    own.start();
  }

  private Global base(int value) {
    return engine.newGlobal(new GlobalType(ValueType.I32, true), value);
  }

  /** Counts in a global of its own, from 1; at slot 0. */
  private static ModuleBuilder counter() {
    return module("libcount.so")
        .importTable("env", "table", 2)
        .importGlobal("env", "base", ValueType.I32, true)
        .global("n", ValueType.I32, true, code().i32Const(0))
        .exportedFunction("count", INT, counting())
        .exportedFunction("sum", INT, code().globalGet("n").globalGet("env.base").i32Add())
        .exportedFunction("ownPointer", INT, code().i32Const(0).callIndirect(INT))
        .exportedFunction("tail", INT, code().returnCall("count"))
        .exportGlobal("n", "n")
        .elements(code().i32Const(0), "count");
  }

  private static Code counting() {
    return code().globalGet("n").i32Const(1).i32Add().globalSet("n").globalGet("n");
  }

  private void startCounter() {
    counter = first.call(() -> start(counter(), table, base(0)));
  }

  private Instance start(ModuleBuilder module, Extern... imports) {
    try {
      Instance instance =
          engine.compile(module.build()).instantiate(List.of(imports), InstanceLimits.NONE);
      instance.start();
      return instance;
    } catch (InvalidModuleException e) {
      throw new AssertionError(e);
    }
  }

  private static int call(ExecutionControl thread, Instance instance, String function) {
    return thread.call(() -> (int) function(instance, function).call());
  }

  private static Function function(Instance instance, String name) {
    return (Function) instance.export(name).orElseThrow();
  }

  @Test
  void eachThreadHasItsGlobals() {
    startCounter();

    assertEquals(1, call(first, counter, "count"));
    assertEquals(2, call(first, counter, "count"));
    assertEquals(1, call(second, counter, "count"));
    assertEquals(3, call(first, counter, "count"));
    assertEquals(3, call(first, counter, "sum"));
    assertEquals(101, call(second, counter, "sum"));
    assertEquals(1, made.size(), "made once, when the thread first came");
  }

  @Test
  void whoIsAboutToHaveItsOwnIsInTheLibraryAlready() {
    startCounter();
    WasmModule module = counter().build();
    List<Boolean> isIn = new ArrayList<>();
    whenEntered = () -> isIn.add(second.isExecuting(module));

    call(second, counter, "count");
    isIn.add(second.isExecuting(module));
    assertEquals(List.of(true, false), isIn);
  }

  @Test
  void anExportIsTheSameFunctionButAnotherGlobal() {
    startCounter();
    call(second, counter, "count");

    assertSame(function(counter, "count"), function(made.get(0), "count"));
    assertNotSame(counter.export("n"), made.get(0).export("n"));
    assertEquals(0, ((Global) counter.export("n").orElseThrow()).get());
    assertEquals(1, ((Global) made.get(0).export("n").orElseThrow()).get());
  }

  @Test
  void callsStayInTheirThread() throws ReflectiveOperationException {
    startCounter();
    Function calledBack =
        engine.newFunction(
            "back",
            INT_TYPE,
            MethodHandles.lookup()
                .findVirtual(
                    GuestThreadsTest.class, "countFromJava", MethodType.methodType(int.class))
                .bindTo(this));
    Instance main =
        first.call(
            () ->
                start(
                    module("main.wasm")
                        .importTable("env", "table", 2)
                        .importGlobal("env", "base", ValueType.I32, true)
                        .importFunction("env", "count", INT)
                        .importFunction("env", "back", INT)
                        .exportedFunction("direct", INT, code().call("env.count"))
                        .exportedFunction("pointer", INT, code().i32Const(0).callIndirect(INT))
                        .exportedFunction("tail", INT, code().returnCall("env.count"))
                        .exportedFunction("java", INT, code().call("env.back")),
                    table,
                    base(0),
                    function(counter, "count"),
                    calledBack));

    int expected = 0;
    for (String way : List.of("direct", "pointer", "tail", "java")) {
      expected++;
      assertEquals(2 * expected - 1, call(second, main, way), way);
      assertEquals(2 * expected, call(second, main, way), way);
      assertEquals(expected, call(first, main, way), way);
    }
    assertEquals(9, call(second, counter, "ownPointer"));
    assertEquals(10, call(second, counter, "tail"));
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private int countFromJava() {
    return (int) function(counter, "count").call();
  }

  @Test
  void activeSegmentsAreCopiedOnceAndAreDroppedForAll() {
    startCounter();
    table.set(0, function(counter, "sum"));
    call(second, counter, "count");

    assertSame(function(counter, "sum"), table.get(0));
    assertTrue(made.get(0).isElementDropped(0));
  }

  @Test
  void aThreadThatCannotHaveAnInstanceAsksAgain() {
    startCounter();
    refusal = new IllegalStateException("no block");
    Throwable thrown =
        assertThrows(IllegalStateException.class, () -> call(second, counter, "count"));
    assertEquals("no block", thrown.getMessage());

    refusal = null;
    assertEquals(1, call(second, counter, "count"));
  }

  @Test
  void anInstanceThatFailsInTheMiddleIsNotThere() {
    startCounter();
    ExecutionControl third = engine.newExecutionControl(2, this::enterHalf);
    assertThrows(IllegalStateException.class, () -> call(third, counter, "count"));
    assertThrows(IllegalStateException.class, () -> call(third, counter, "count"));
  }

  private void enterHalf(Instance instance) {
    instance.forThread(List.of(base(0)));
    throw new IllegalStateException("no relocations");
  }

  @Test
  void aThreadHasAnInstanceOnce() {
    startCounter();
    call(second, counter, "count");

    assertEquals(
        "libcount.so: the thread has it",
        assertThrows(IllegalStateException.class, () -> second.call(() -> again(counter)))
            .getMessage());
    assertEquals(
        "libcount.so: not in the turn of a thread",
        assertThrows(IllegalStateException.class, () -> again(counter)).getMessage());
  }

  @Test
  void turnsThatAreLeftInAnyOrderLeaveNothing() {
    startCounter();
    call(second, counter, "count");
    assertTrue(first.tryEnter());
    assertTrue(second.tryEnter());
    first.leave();
    second.leave();

    assertEquals(
        "libcount.so: not in the turn of a thread",
        assertThrows(IllegalStateException.class, () -> again(counter)).getMessage());
    assertEquals(2, call(second, counter, "count"));
  }

  @Test
  void itsImportedGlobalsAreChecked() {
    startCounter();

    assertEquals(
        "libcount.so: expected 1 imported globals, found 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> second.call(() -> counter.forThread(List.of())))
            .getMessage());
    Global constant = engine.newGlobal(new GlobalType(ValueType.I32, false), 0);
    assertEquals(
        "libcount.so: import env.base: expected global (mut i32), found global i32",
        assertThrows(
                IllegalArgumentException.class,
                () -> second.call(() -> counter.forThread(List.of(constant))))
            .getMessage());
  }

  private Instance again(Instance instance) {
    return instance.forThread(List.of(base(0)));
  }

  @Test
  void whoGetsTheNumberOfAThreadThatHasEndedBeginsAnew() {
    startCounter();
    call(second, counter, "count");
    second.end();
    ExecutionControl next = engine.newExecutionControl(1, this::enter);

    assertEquals(1, call(next, counter, "count"));
    assertEquals(201, call(next, counter, "sum"));
  }

  @Test
  void nothingIsLeftOfAThreadThatHasEnded() {
    startCounter();
    call(second, counter, "count");
    WeakReference<Instance> gone = new WeakReference<>(made.remove(0));
    second.end();

    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
    }
    assertSame(null, gone.get());
  }

  @Test
  void nothingIsLeftInAThreadOfAnInstanceThatNobodyHas() {
    startCounter();
    call(second, counter, "count");
    WeakReference<Instance> gone = new WeakReference<>(counter);
    counter = null;
    made.clear();
    table.set(0, null);

    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
    }
    assertSame(null, gone.get());
    first.end();
    second.end();
  }

  @Test
  void aProgramOfOneThreadInAThreadOfAnotherIsItsOwn() {
    startCounter();
    ExecutionControl other = engine.newExecutionControl();
    Instance inner = first.call(() -> other.call(() -> start(counter(), newTable(), base(1000))));

    assertEquals(1, second.call(() -> call(other, inner, "count")));
    assertEquals(2, first.call(() -> call(other, inner, "count")));
    assertEquals(1002, call(other, inner, "sum"));
    assertEquals(1, call(first, counter, "count"));
  }

  private Table newTable() {
    return engine.newTable(new TableType(ValueType.FUNCREF, new Limits(2, 2)));
  }

  @Test
  void manyThreadsComeAtOnce() throws Exception {
    startCounter();
    LateInstances late = this::enterAtOnce;
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 2; i < 34; i++) {
        ExecutionControl thread = engine.newExecutionControl(i, late);
        work.add(() -> countTo(thread, 1_000));
      }
      for (Future<Integer> counted : pool.invokeAll(work)) {
        assertEquals(1_000, counted.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void enterAtOnce(Instance instance) {
    instance.forThread(List.of(base(0))).start();
  }

  private int countTo(ExecutionControl thread, int times) {
    int last = 0;
    for (int i = 0; i < times; i++) {
      last = call(thread, counter, i % 2 == 0 ? "tail" : "ownPointer");
    }
    return last;
  }
}
