package org.dylink.linker.link.thread;

import static org.dylink.linker.testing.Shapes.STACK_POINTER;
import static org.dylink.linker.testing.Shapes.getter;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.nonPie;
import static org.dylink.linker.testing.Shapes.ownSpace;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.ValueType;
import org.dylink.linker.Entrance;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.link.program.LinkedProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** C's stack after calls that did not return. */
@EachEngine
class StackPointersTest {
  private static final int FRAME = 4000;
  private static final int STACK = 65_536;

  /** What Java calls back, and how it goes on. */
  private interface Callback {
    int call(Guest guest, int function) throws Throwable;
  }

  private final TestLink test;
  private final List<Integer> tops = new ArrayList<>();
  private final Deque<Callback> callbacks = new ArrayDeque<>(); // one a call

  StackPointersTest(Engine engine) {
    test = TestLink.with(engine).option(request -> request.stackSize(STACK));
    test.host(
        new FakeHost("test")
            .with(
                "throw", "() -> ()", (guest, arguments) -> fail(new IllegalStateException("java")))
            .with("exit", "() -> ()", (guest, arguments) -> fail(new ProgramExit(3)))
            .with("overflow", "() -> ()", (guest, arguments) -> recurse(0))
            .with("call", "(i32) -> i32", this::callBack));
  }

  private static Object fail(RuntimeException thrown) {
    throw thrown;
  }

  private static Object recurse(int depth) {
    return depth < 0 ? depth : recurse(depth + 1);
  }

  private Object callBack(Guest guest, Object... arguments) {
    try {
      return callbacks.remove().call(guest, (int) arguments[0]);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isAsItWasBeforeHoweverACallEnds() throws Throwable {
    try (Program program = test.link(withFrames(shared("main.wasm")))) {
      assertStays(program);
    }
  }

  @Test
  void isAsItWasInTheMemoryOfANonPieMain() throws Throwable {
    ModuleBuilder main = importTest(nonPie("main.wasm"));
    try (Program program = test.link(addFrames(ownSpace(main), "__stack_pointer"))) {
      assertStays(program);
    }
  }

  @Test
  void isAsItWasInAPlainProgramThatDoesNotExportIt() throws Throwable {
    ModuleBuilder main = importTest(module("main.wasm")).memory(1);
    main.global("__stack_pointer", ValueType.I32, true, code().i32Const(STACK)).withNames();
    try (Program program = test.link(addFrames(main, "__stack_pointer"))) {
      assertStays(program);
    }
  }

  @Test
  void isAsItWasInAPlainModuleToo() throws Throwable {
    ModuleBuilder plain = importTest(module("plain.wasm")).memory(1);
    plain.global("__stack_pointer", ValueType.I32, true, code().i32Const(STACK)).withNames();
    addFrames(plain, "__stack_pointer");
    ModuleBuilder main = shared("main.wasm");
    main.importFunction("plain", "throws", "() -> ()").importFunction("plain", "top", "() -> i32");
    main.exportedFunction(
        "throws", "() -> ()", inFrame(code().call("plain.throws"), STACK_POINTER));
    main.exportedFunction("plain_top", "() -> i32", code().call("plain.top"));
    getter(main, "top", STACK_POINTER);
    test.option(request -> request.module("plain", TestLibrary.of(plain)));
    try (Program program = test.link(main)) {
      Object top = program.call("top");
      assertThrows(IllegalStateException.class, () -> program.call("throws"));
      assertEquals(STACK, program.call("plain_top"));
      assertEquals(top, program.call("top"));
      Entrance.EntryPoint entry = program.entrance().function("throws").orElseThrow();
      assertThrows(
          IllegalStateException.class,
          () -> {
            entry.handle().invokeExact();
          });
      assertEquals(STACK, program.call("plain_top"));
      assertEquals(top, program.call("top"));
    }
  }

  @Test
  void everyCallbackGoesBackToItsOwnLevel() throws Throwable {
    ModuleBuilder main =
        withFrames(importAddress(shared("main.wasm"), "throws", "traps", "deeper"));
    main.exportedFunction(
        "deeper",
        "() -> ()",
        inFrame(code().globalGet("GOT.func.traps").call("test.call").drop(), STACK_POINTER));
    main.exportedFunction(
        "starts",
        "() -> ()",
        inFrame(code().globalGet("GOT.func.deeper").call("test.call").drop(), STACK_POINTER));
    try (Program program = test.link(main)) {
      int top = top(program);
      callbacks.add(StackPointersTest::callOn);
      callbacks.add(
          (guest, function) -> {
            tops.add(top(program));
            for (int i = 0; i < 2 * STACK / FRAME; i++) {
              assertFails(() -> guest.function(function).call());
              tops.add(top(program));
              assertFails(
                  () -> {
                    guest.function(function).handle().invokeExact();
                  });
              tops.add(top(program));
              assertFails(() -> program.call("throws"));
              tops.add(top(program));
            }
            return 0;
          });
      program.call("starts");
      assertEquals(Set.of(top - 2 * FRAME), Set.copyOf(tops));
      assertEquals(top, top(program));
    }
  }

  private static int callOn(Guest guest, int function) {
    guest.function(function).call();
    return 0;
  }

  @Test
  void isAsItWasAfterAConstructorThatFailed() throws Throwable {
    ModuleBuilder library = importTest(shared("lib.so"));
    Code constructor = inFrame(code().call("test.throw"), STACK_POINTER);
    test.libraries(library.exportedFunction("__wasm_call_ctors", "() -> ()", constructor));
    try (Program program = test.link(withFrames(shared("main.wasm")))) {
      int top = top(program);
      assertThrows(IllegalStateException.class, () -> program.open("lib.so"));
      assertEquals(top, top(program));
    }
  }

  @Test
  void isAsItWasAfterACallOfAnOpenedLibrary() throws Throwable {
    test.libraries(withFrames(shared("lib.so")));
    try (Program program = test.link(withFrames(shared("main.wasm")))) {
      int top = top(program);
      OpenLibrary library = program.open("lib.so");
      for (String function : List.of("traps", "throws", "exits", "overflows", "recurses")) {
        assertFails(() -> library.call(function));
        assertEquals(top, library.call("top"), function);
      }
    }
  }

  @Test
  void isAsItWasAfterATimeOut() throws Throwable {
    test.option(request -> request.timeout(Duration.ofMillis(100)));
    ModuleBuilder main = withFrames(shared("main.wasm"));
    main.exportedFunction("loops", "() -> ()", inFrame(code().loop().br(0).end(), STACK_POINTER));
    try (LinkedProgram program = test.link(main)) {
      Entrance entrance = program.entrance();
      Object top = entrance.stackPointer().orElseThrow().get();
      TrapException trap = assertThrows(TrapException.class, () -> program.call("loops"));
      assertEquals(TrapKind.TIMEOUT, trap.kind());
      assertEquals(top, entrance.stackPointer().orElseThrow().get());
    }
  }

  @Test
  void anOverflowInACallbackIsStillToldByItsName() throws Throwable {
    ModuleBuilder main = withFrames(importAddress(shared("main.wasm"), "recurses"));
    main.exportedFunction(
        "starts", "() -> i32", code().globalGet("GOT.func.recurses").call("test.call"));
    callbacks.add(StackPointersTest::callOn);
    try (Program program = test.link(main)) {
      TrapException trap = assertThrows(TrapException.class, () -> program.call("starts"));
      assertEquals("stack overflow: stack of 65536 bytes is used up", trap.summary());
    }
  }

  private void assertStays(Program program) throws Throwable {
    int top = top(program);
    for (String function : List.of("traps", "throws", "exits", "overflows", "recurses")) {
      Entrance.EntryPoint entry = program.entrance().function(function).orElseThrow();
      for (int i = 0; i < 2 * STACK / FRAME; i++) {
        assertFails(() -> program.call(function));
        assertEquals(top, top(program), function);
        assertFails(
            () -> {
              entry.handle().invokeExact();
            });
        assertEquals(top, top(program), function);
      }
    }
    program.call("returns");
    assertEquals(top, top(program));
  }

  private static void assertFails(Executable call) {
    Throwable thrown = assertThrows(Throwable.class, call);
    assertTrue(
        thrown instanceof TrapException
            || thrown instanceof ProgramExit
            || thrown.getMessage().equals("java"),
        thrown::toString);
  }

  private static int top(Program program) {
    return (int) program.call("top");
  }

  private static ModuleBuilder withFrames(ModuleBuilder library) {
    return addFrames(importTest(library), STACK_POINTER);
  }

  private static ModuleBuilder importTest(ModuleBuilder module) {
    module.importFunction("test", "throw", "() -> ()");
    module.importFunction("test", "exit", "() -> ()");
    module.importFunction("test", "call", "(i32) -> i32");
    return module.importFunction("test", "overflow", "() -> ()");
  }

  /** Functions that move the stack pointer as C's do, and come back or not. */
  private static ModuleBuilder addFrames(ModuleBuilder module, String stackPointer) {
    Map.of(
            "returns", code().nop(),
            "traps", code().unreachable(),
            "throws", code().call("test.throw"),
            "exits", code().call("test.exit"),
            "overflows", code().call("test.overflow"))
        .forEach(
            (name, body) -> module.exportedFunction(name, "() -> ()", inFrame(body, stackPointer)));
    Code recursion = code().globalGet(stackPointer).i32Const(0).i32Store(0).call("recurses");
    module.exportedFunction("recurses", "() -> ()", inFrame(recursion, stackPointer));
    module.exportedFunction("top", "() -> i32", code().globalGet(stackPointer));
    return module;
  }

  private static Code inFrame(Code body, String stackPointer) {
    return code()
        .globalGet(stackPointer)
        .i32Const(FRAME)
        .i32Sub()
        .globalSet(stackPointer)
        .then(body)
        .globalGet(stackPointer)
        .i32Const(FRAME)
        .i32Add()
        .globalSet(stackPointer);
  }
}
