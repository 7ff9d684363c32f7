package org.dylink.linker.embed;

import static org.dylink.linker.testing.Shapes.MEMORY_BASE;
import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Entrance;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.Snapshot;
import org.dylink.linker.testing.Engines;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Programs that begin where another one was; {@code -Ddylink.snapshot.programs=10000} makes more of
 * them at once.
 */
class SnapshotTest {
  private static final Engine ENGINE = Engines.restoring();
  private static final int PROGRAMS = Integer.getInteger("dylink.snapshot.programs", 200);

  /** Counts how often C has called it, in all programs. */
  static final class Counter implements HostLibrary {
    final AtomicInteger calls = new AtomicInteger();
    Runnable whenCalled = () -> {};

    @HostSymbol("count")
    public int count() {
      whenCalled.run();
      return calls.incrementAndGet();
    }

    @Override
    public String moduleName() {
      return "counter";
    }

    @Override
    public boolean isStateless() {
      return true;
    }
  }

  private final Counter counter = new Counter();
  private final List<Library> libraries = new ArrayList<>();
  private Dylink dylink;

  @AfterEach
  void close() {
    if (dylink != null) {
      dylink.close();
    }
  }

  private static Library library(ModuleBuilder builder) throws Exception {
    WasmModule module = builder.build();
    return Library.read(module.name(), module.bytes().toArray());
  }

  private LinkRequest request(ModuleBuilder main, ModuleBuilder... needed) throws Exception {
    return builder(main, needed).build();
  }

  private LinkRequest.Builder builder(ModuleBuilder main, ModuleBuilder... needed)
      throws Exception {
    Dylink.Builder builder = Dylink.builder().engine(ENGINE).host(counter);
    for (ModuleBuilder each : needed) {
      libraries.add(library(each));
    }
    libraries.forEach(builder::library);
    dylink = builder.build();
    return LinkRequest.builder(library(main)).engine(ENGINE.name());
  }

  /**
   * A library with a variable that its constructor sets to 7, a hidden global that it sets to 40,
   * and a passive segment that it drops. Its data: the variable, then room for the segment.
   */
  private static ModuleBuilder adder() {
    return shared("libadd.so", dylink().memInfo(16, 2, 1, 0).needed("counter"))
        .importFunction("env", "count", "() -> i32")
        .global("hidden", ValueType.I32, true, code().i32Const(1))
        .function("twice", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
        .elements(code().globalGet("env.__table_base"), "twice")
        .passiveData("text")
        .withDataCount()
        .exportedFunction("__wasm_call_ctors", "() -> ()", constructor())
        .exportedFunction("add", "(i32) -> i32", adding())
        .exportedFunction("hidden", "() -> i32", code().globalGet("hidden"))
        .exportedFunction("again", "() -> ()", copy(code()))
        .exportedFunction("grow", "() -> i32", code().i32Const(3).memoryGrow())
        .exportedFunction(
            "pointed",
            "(i32) -> i32",
            code().localGet(0).globalGet("env.__table_base").callIndirect("(i32) -> i32"));
  }

  private static Code constructor() {
    Code counted = code().call("env.count").drop().i32Const(40).globalSet("hidden");
    return copy(counted).dataDrop(0).globalGet(MEMORY_BASE).i32Const(7).i32Store(0);
  }

  private static Code copy(Code before) {
    return before.globalGet(MEMORY_BASE).i32Const(4).i32Add().i32Const(0).i32Const(4).memoryInit(0);
  }

  private static Code adding() {
    return code()
        .globalGet(MEMORY_BASE)
        .globalGet(MEMORY_BASE)
        .i32Load(0)
        .localGet(0)
        .i32Add()
        .i32Store(0)
        .globalGet(MEMORY_BASE)
        .i32Load(0);
  }

  private static ModuleBuilder caller(String... needed) {
    return importAddress(shared("main.wasm", needed), "add")
        .importFunction("env", "add", "(i32) -> i32")
        .exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.add"))
        .exportedFunction(
            "indirect",
            "(i32) -> i32",
            code().localGet(0).globalGet("GOT.func.add").callIndirect("(i32) -> i32"));
  }

  @Test
  void theConstructorsOfTheOtherOneHaveRun() throws Exception {
    LinkRequest request = request(caller("libadd.so"), adder());
    Snapshot snapshot = dylink.link(request).snapshot();
    assertEquals(1, counter.calls.get());
    Program program = dylink.link(snapshot);
    assertEquals(1, counter.calls.get());
    assertEquals(9, program.call("call", 2));
    assertEquals(40, program.call("hidden"));
    assertEquals(8, program.call("pointed", 4));
    assertEquals(12, program.call("indirect", 3));
    assertEquals(request.main(), snapshot.request().main());
  }

  @Test
  void eachHasItsOwnState() throws Exception {
    Program first = linked(caller("libadd.so"), adder());
    assertEquals(10, first.call("call", 3));
    Snapshot snapshot = first.snapshot();
    Program second = dylink.link(snapshot);
    assertEquals(11, second.call("call", 1));
    assertEquals(15, first.call("indirect", 5));
    first.close();
    assertEquals(12, second.call("indirect", 1));
    assertEquals(10, dylink.link(snapshot).call("call", 0));
  }

  @Test
  void manyAreThereAtOnce() throws Exception {
    LinkRequest request = builder(caller("libadd.so"), adder()).stackSize(8 << 10).build();
    Snapshot snapshot = dylink.link(request).snapshot();
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      Program program = dylink.link(snapshot);
      assertEquals(7 + i, program.call("call", i));
      programs.add(program);
    }
    for (int i = 0; i < PROGRAMS; i++) {
      assertEquals(10 + i, programs.get(i).call("indirect", 3));
      programs.get(i).close();
    }
    assertEquals(1, counter.calls.get());
  }

  @Test
  void aSnapshotOfAProgramFromASnapshotIsOneLikeOthers() throws Exception {
    Snapshot first = linked(caller("libadd.so"), adder()).snapshot();
    Program program = dylink.link(first);
    program.call("call", 1);
    assertEquals(9, dylink.link(program.snapshot()).call("call", 1));
    assertEquals(first.bytes(), program.snapshot().bytes());
  }

  @Test
  void whatWasDroppedStaysDropped() throws Exception {
    Snapshot snapshot = linked(caller("libadd.so"), adder()).snapshot();
    Program program = dylink.link(snapshot);
    TrapException trap = assertThrows(TrapException.class, () -> program.call("again"));
    assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind());
  }

  @Test
  void theMemoryIsAsLargeAndItsBytesAreThere() throws Exception {
    Program first = linked(caller("libadd.so"), adder());
    int before = (int) first.call("grow");
    first.entrance().memory().writeInt(((before + 2) << 16) + 8, 1234);
    Program program = dylink.link(first.snapshot());
    assertEquals(before + 3, program.call("grow"));
    assertEquals(1234, program.entrance().memory().readInt(((before + 2) << 16) + 8));
    assertEquals(first.linkMap().toString(), dylink.link(first.snapshot()).linkMap().toString());
  }

  @Test
  void aFunctionKeepsTheAddressThatItWasGivenLate() throws Exception {
    Program first = linked(caller("libadd.so"), adder());
    int address = first.entrance().address("call").orElseThrow();
    Program program = dylink.link(first.snapshot());
    assertEquals(address, program.entrance().address("call").orElseThrow());
    assertEquals(address + 1, program.entrance().address("indirect").orElseThrow());
  }

  @Test
  void aMainWithItsOwnMemoryBeginsSo() throws Exception {
    ModuleBuilder main =
        ownSpace(nonPie("main.wasm", "libadd.so").importFunction("env", "add", "(i32) -> i32"))
            .data(code().i32Const(16), "text")
            .global("__heap_base", ValueType.I32, false, code().i32Const(65_536))
            .exportGlobal("__heap_base", "__heap_base")
            .exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.add"))
            .exportedFunction("text", "() -> i32", code().i32Const(16).i32Load(0))
            .exportedFunction("change", "() -> ()", code().i32Const(16).i32Const(5).i32Store(0));
    Program first = linked(main, adder());
    first.call("change");
    first.call("call", 1);
    Program program = dylink.link(first.snapshot());
    assertEquals(5, program.call("text"));
    assertEquals(10, program.call("call", 2));
  }

  @Test
  void argumentsAndLimitsAreItsOwn() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Snapshot snapshot = dylink.link(builder.build()).snapshot();
    Program program = dylink.link(snapshot, builder.maxMemory(20 << 16).build());
    assertEquals(20, program.linkMap().maximumPages());
    assertEquals(8, program.call("call", 1));
  }

  private Program linked(ModuleBuilder main, ModuleBuilder... needed) throws Exception {
    LinkRequest request = request(main, needed);
    return dylink.link(request);
  }

  private static void refused(String message, Executable snapshot) {
    LinkException refusal = assertThrows(LinkException.class, snapshot);
    assertEquals(message, refusal.getMessage());
    assertEquals(Reason.UNSUPPORTED, refusal.reason());
  }

  @Test
  void oneThatHasRunIsRefused() throws Exception {
    ModuleBuilder main = caller("libadd.so").exportedFunction("_start", "() -> ()", code());
    Program program = linked(main, adder());
    program.run();
    refused("main.wasm: no snapshot: it is EXITED, expected READY", program::snapshot);
  }

  @Test
  void oneThatIsClosedHasNone() throws Exception {
    Program program = linked(caller("libadd.so"), adder());
    program.close();
    IllegalStateException closed = assertThrows(IllegalStateException.class, program::snapshot);
    assertEquals("main.wasm: program 1 is closed", closed.getMessage());
  }

  @Test
  void oneThatIsBeingCalledIsRefused() throws Exception {
    ModuleBuilder main =
        shared("main.wasm", "counter")
            .importFunction("env", "count", "() -> i32")
            .exportedFunction("ask", "() -> i32", code().call("env.count"));
    Program program = linked(main);
    AtomicInteger refusals = new AtomicInteger();
    counter.whenCalled =
        () -> {
          refused("main.wasm: no snapshot: code of it is running", program::snapshot);
          refusals.incrementAndGet();
        };
    program.call("ask");
    assertEquals(1, refusals.get());
    counter.whenCalled = () -> {};
    program.snapshot();
  }

  @Test
  void aLibraryThatWasOpenedIsRefused() throws Exception {
    Program program =
        linked(constant(shared("main.wasm"), "f", 1), constant(shared("libx.so"), "x", 1));
    program.open("libx.so");
    refused("main.wasm: no snapshot: libx.so was opened by dlopen", program::snapshot);
  }

  @Test
  void aPlainModuleIsRefused() throws Exception {
    ModuleBuilder plain =
        ModuleBuilder.module("plain.wasm").exportedFunction("f", "() -> ()", code());
    LinkRequest.Builder builder = builder(constant(shared("main.wasm"), "f", 1));
    Program program = dylink.link(builder.module("plain", library(plain)).build());
    refused("main.wasm: no snapshot: it has the plain module plain.wasm", program::snapshot);
  }

  @Test
  void aFunctionPointerOfJavasIsRefused() throws Exception {
    Program program = linked(caller("libadd.so"), adder());
    Entrance entrance = program.entrance();
    int slot =
        entrance
            .pointTo(
                "of Java",
                new FunctionType(List.of(), List.of()),
                MethodHandles.empty(MethodType.methodType(void.class)))
            .slot();
    refused(
        "main.wasm: no snapshot: slot " + slot + " has a function of no library's: of Java",
        program::snapshot);
  }

  @Test
  void aHostLibraryThatDoesNotTellWhatItKeepsIsRefused() throws Exception {
    HostLibrary silent =
        HostLibrary.of(
            "silent", Map.of("f", MethodHandles.empty(MethodType.methodType(void.class))));
    ModuleBuilder main =
        shared("main.wasm")
            .importFunction("silent", "f", "() -> ()")
            .exportedFunction("g", "() -> ()", code().call("silent.f"));
    dylink = Dylink.builder().engine(ENGINE).host(silent).build();
    Program program = dylink.link(LinkRequest.builder(library(main)).engine(ENGINE.name()).build());
    dylink.link(program.snapshot()).call("g"); // of one that nobody has called, a new one will do
    program.call("g");
    refused(
        "main.wasm: no snapshot: host library silent: it does not tell what it keeps",
        program::snapshot);
  }

  @Test
  void anEngineThatCopiesNoInstancesIsRefused() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Program program = dylink.link(builder.engine("endive-interpreter").build());
    refused(
        "main.wasm: no snapshot: engine endive-interpreter: it restores no instances",
        program::snapshot);
  }

  @Test
  void anotherEngineDoesNotBeginFromIt() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Snapshot snapshot = dylink.link(builder.build()).snapshot();
    refused(
        "main.wasm: does not begin from the snapshot: it runs on engine endive-interpreter, it was"
            + " taken on "
            + ENGINE.name(),
        () -> dylink.link(snapshot, builder.engine("endive-interpreter").build()));
  }

  @Test
  void anotherEnvironmentDoesNotBeginFromIt() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Snapshot snapshot = dylink.link(builder.build()).snapshot();
    refused(
        "main.wasm: does not begin from the snapshot: it has another environment, and constructors"
            + " may have read the first one",
        () -> dylink.link(snapshot, builder.environment("A", "B").build()));
  }

  @Test
  void anotherMainDoesNotBeginFromIt() throws Exception {
    Snapshot snapshot = linked(caller("libadd.so"), adder()).snapshot();
    LinkRequest other =
        LinkRequest.builder(library(caller("libadd.so"))).engine(ENGINE.name()).build();
    refused(
        "main.wasm: does not begin from the snapshot: it is another library now",
        () -> dylink.link(snapshot, other));
  }

  @Test
  void morePreloadsDoNotBeginFromIt() throws Exception {
    LinkRequest.Builder builder =
        builder(caller("libadd.so"), adder(), constant(shared("libx.so"), "x", 1));
    Snapshot snapshot = dylink.link(builder.build()).snapshot();
    refused(
        "main.wasm: does not begin from the snapshot: it has 4 libraries, there were 3",
        () -> dylink.link(snapshot, builder.preloads(List.of("libx.so")).build()));
  }

  @Test
  void aStackOfAnotherSizeDoesNotBeginFromIt() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Snapshot snapshot = dylink.link(builder.build()).snapshot();
    refused(
        "main.wasm: does not begin from the snapshot: it would lie somewhere else",
        () -> dylink.link(snapshot, builder.stackSize(200_000).build()));
  }

  @Test
  void nothingIsLeftOfOneThatDoesNotBegin() throws Exception {
    LinkRequest.Builder builder = builder(caller("libadd.so"), adder());
    Program program = dylink.link(builder.build());
    Snapshot snapshot = program.snapshot();
    assertThrows(
        LinkException.class, () -> dylink.link(snapshot, builder.stackSize(200_000).build()));
    assertEquals(List.of(program), dylink.programs());
  }
}
