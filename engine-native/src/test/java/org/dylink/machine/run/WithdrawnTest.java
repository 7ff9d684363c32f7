package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.CodeHold;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.format.FunctionType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * What a guest runs, or has read, stays when it is taken away meanwhile; nothing stays for ever.
 */
class WithdrawnTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final MethodHandle RUN = find(Action.class, "run", void.class);
  private static final MethodHandle GIVE = find(Giver.class, "give", Object.class);
  private static final FunctionType NO_ARGUMENTS = new FunctionType(List.of(), List.of());

  private static final int MANY = 300;

  // More than a place keeps before it looks what is known.
  private static final int ENOUGH = 128;

  /** Calls what stands in a table. */
  private static final WasmModule MAIN =
      ModuleBuilder.module("main.wasm")
          .importTable("env", "table", 1)
          .exportedFunction("run", "() -> i32", code().i32Const(0).callIndirect("() -> i32"))
          .build();

  /** Gives 42 after it has called Java. */
  private static final WasmModule LIBRARY =
      ModuleBuilder.module("lib.so")
          .importFunction("env", "pause", "() -> ()")
          .exportedFunction("f", "() -> i32", code().call("env.pause").i32Const(42))
          .build();

  /** Gives 42 once a word of memory is not 0. */
  private static final WasmModule SPINNING =
      ModuleBuilder.module("lib.so")
          .importMemory("env", "memory", 1)
          .importFunction("env", "pause", "() -> ()")
          .exportedFunction(
              "f",
              "() -> i32",
              code()
                  .call("env.pause")
                  .loop()
                  .i32Const(0)
                  .i32Load(0)
                  .i32Eqz()
                  .brIf(0)
                  .end()
                  .i32Const(42))
          .build();

  private final Table table = ENGINE.newTable((TableType) MAIN.imports().get(0).type());
  private WeakReference<Instance> library;

  @Test
  void aLibraryThatAGuestRunsStays() throws Exception {
    Function run = run(MAIN, table);
    open(LIBRARY, host(this::closeAndLook));

    assertEquals(42, run.call());

    closeMany();
    assertGone();
  }

  // In the middle of its function.
  private void closeAndLook() throws Exception {
    close();
    clean();
    assertNotNull(library.get());
  }

  // So many that stacks are looked at.
  private void closeManyAndLook() throws Exception {
    closeMany();
    clean();
    assertNotNull(library.get());
  }

  @Test
  void aLibraryThatAnotherThreadRunsStaysHoweverManyAreClosed() throws Exception {
    Memory memory = ENGINE.newMemory((MemoryType) SPINNING.imports().get(0).type());
    CountDownLatch inside = new CountDownLatch(1);
    Function run = run(MAIN, table);
    open(SPINNING, memory, host(inside::countDown));
    FutureTask<Object> answer = new FutureTask<>(run::call);
    Thread thread = new Thread(answer, "spins");
    thread.start();
    assertTrue(inside.await(1, TimeUnit.MINUTES));

    closeMany();
    clean();
    assertNotNull(library.get());
    memory.write(0, new byte[] {1}, 0, 1);
    assertEquals(42, answer.get(1, TimeUnit.MINUTES));

    thread.join();
    closeMany();
    assertGone();
  }

  @Test
  void aTableKeepsFewOfThoseThatItHad() throws Exception {
    CompiledModule compiled = ENGINE.compile(LIBRARY);
    List<WeakReference<Instance>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(open(compiled, host(() -> {})));
    }
    close();
    for (int i = 0; i < 100 && left(all) > ENOUGH; i++) {
      clean();
    }
    assertTrue(left(all) <= ENOUGH, left(all) + " of " + MANY + " are left");
  }

  @Test
  void aFunctionThatJavaHasGivenStaysWhileItIsKnown() throws Exception {
    List<WeakReference<Object>> given = new ArrayList<>();
    Giver giver =
        () -> {
          Function one = host(() -> {});
          given.add(new WeakReference<>(one));
          return one;
        };
    WasmModule module =
        ModuleBuilder.module("main.wasm")
            .importFunction("env", "give", "() -> funcref")
            .importFunction("env", "pause", "() -> ()")
            .table(1)
            .exportedFunction(
                "run",
                "() -> i32",
                code()
                    .locals(ValueType.FUNCREF)
                    .call("env.give")
                    .localSet(0)
                    .call("env.pause")
                    .i32Const(0)
                    .localGet(0)
                    .tableSet(0)
                    .i32Const(0)
                    .callIndirect("() -> ()")
                    .i32Const(42))
            .build();
    FunctionType giving = new FunctionType(List.of(), List.of(ValueType.FUNCREF));
    Function pause =
        host(
            () -> {
              clean();
              assertNotNull(given.get(0).get());
            });

    assertEquals(
        42, run(module, ENGINE.newFunction("give", giving, GIVE.bindTo(giver)), pause).call());
  }

  @Test
  void aReplacedFunctionIsFoundByItsWordsAndByItsNewCode() throws Exception {
    CompiledModule compiled = ENGINE.compile(LIBRARY);
    Instance old = instance(compiled, host(() -> {}));
    NativeFunction function = (NativeFunction) function(old, "f");
    long before = function.code();
    Instance fresh = instance(ENGINE.compile(LIBRARY), host(() -> {}));
    int index = LIBRARY.export("f").orElseThrow().index();
    try (CodeHold hold = old.hold()) {
      hold.replace(fresh, Map.of(index, index));
      hold.keep(Map.of());
    }

    assertNotEquals(before, function.code());
    AddressRanges<Addressed> places = places(function);
    assertTrue(places.at(function.address()).contains(function));
    assertTrue(places.at(function.context()).contains(fresh));
    assertTrue(places.at(function.code()).contains(fresh));
  }

  @Test
  void aSlotIsFoundByTheCodeOfItsTarget() throws Exception {
    Instance instance = instance(ENGINE.compile(LIBRARY), host(() -> {}));
    NativeFunction target = (NativeFunction) function(instance, "f");
    NativeSlot slot = (NativeSlot) ENGINE.newSlot("f", target.type());
    slot.bind(target);

    AddressRanges<Addressed> places = places(slot);
    assertTrue(places.at(slot.address()).contains(slot));
    assertTrue(places.at(target.code()).contains(instance));
  }

  /** Where a function is found, and the instances whose code it may go on in. */
  private static AddressRanges<Addressed> places(NativeFunction function) {
    AddressRanges<Addressed> places = new AddressRanges<>();
    Deque<Addressed> next = new ArrayDeque<>();
    function.addTo(places);
    function.addNext(next);
    next.forEach(each -> each.addTo(places));
    return places;
  }

  @Test
  void aLibraryThatATailCallHasReachedStays() throws Exception {
    WasmModule caller =
        ModuleBuilder.module("libcaller.so")
            .importFunction("env", "f", "() -> i32")
            .exportedFunction("f", "() -> i32", code().returnCall("env.f"))
            .build();
    Function run = run(MAIN, table);
    library = new WeakReference<>(openBehind(caller));

    assertEquals(42, run.call());

    closeMany();
    assertGone();
  }

  // The caller alone stands in the table.
  private Instance openBehind(WasmModule caller) throws InvalidModuleException {
    Instance behind = instance(ENGINE.compile(LIBRARY), host(this::closeManyAndLook));
    open(ENGINE.compile(caller), function(behind, "f"));
    return behind;
  }

  private interface Giver {
    @SuppressWarnings("unused") // called through a handle
    Object give();
  }

  private interface Action {
    @SuppressWarnings("unused") // called through a handle
    void run() throws Exception;
  }

  private static Function host(Action action) {
    return ENGINE.newFunction("pause", NO_ARGUMENTS, RUN.bindTo(action));
  }

  private static MethodHandle find(Class<?> type, String name, Class<?> result) {
    try {
      return MethodHandles.lookup().findVirtual(type, name, MethodType.methodType(result));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static Function run(WasmModule module, Extern... imports) throws InvalidModuleException {
    return function(instance(ENGINE.compile(module), imports), "run");
  }

  private static Instance instance(CompiledModule module, Extern... imports) {
    Instance instance = module.instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return instance;
  }

  private static Function function(Instance instance, String name) {
    return (Function) instance.export(name).orElseThrow();
  }

  private void open(WasmModule module, Extern... imports) throws InvalidModuleException {
    library = open(ENGINE.compile(module), imports);
  }

  private WeakReference<Instance> open(CompiledModule module, Extern... imports) {
    Instance instance = instance(module, imports);
    table.set(0, function(instance, "f"));
    return new WeakReference<>(instance);
  }

  private void close() {
    table.set(0, null);
  }

  private void closeMany() throws Exception {
    for (int i = 0; i < ENOUGH; i++) {
      table.set(0, host(() -> {}));
    }
    close();
  }

  private static long left(List<WeakReference<Instance>> all) {
    return all.stream().filter(each -> each.get() != null).count();
  }

  private void assertGone() throws Exception {
    for (int i = 0; i < 100 && library.get() != null; i++) {
      clean();
    }
    assertEquals(0, left(List.of(library)));
  }

  private static void clean() throws InterruptedException {
    CountDownLatch cleaned = new CountDownLatch(1);
    Pages.CLEANER.register(new Object(), cleaned::countDown);
    System.gc();
    assertTrue(cleaned.await(1, TimeUnit.MINUTES), "nothing is cleaned");
  }
}
