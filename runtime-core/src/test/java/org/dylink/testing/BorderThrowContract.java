package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Instance;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code.Clause;
import org.junit.jupiter.api.Test;

/** What passes between Java and guests that is no result: guests' exceptions, and Java's. */
abstract class BorderThrowContract extends ContractTest {
  private static final String PAYLOAD = "(i32) -> ()";
  private static final String UNARY = "(i32) -> i32";
  private static final int CAUGHT = 77;

  /** A way of Java's to call a guest. */
  private interface Way {
    Object call(Function function, int argument) throws Throwable;
  }

  private static final List<Way> WAYS =
      List.of(
          Function::call, (function, argument) -> (int) function.handle().invokeExact(argument));

  @Test
  void aHandlerForAllExceptionsSeesWhatJavaThrows() {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("host"), new AssertionError("e"), new IOException("io"))) {
      Instance catcher = run(catchingAll(), throwing(thrown));
      assertEquals(CAUGHT, call(catcher, "f", 1));
    }
  }

  @Test
  void itGoesOnAsTheSameObject() {
    Tag tag = tag();
    for (Throwable thrown : List.of(new IllegalStateException("host"), new AssertionError("e"))) {
      Instance cleanup = run(rethrowing(), throwing(thrown));
      Instance catcher = run(catching(), function(cleanup, "f"), tag);
      assertSame(thrown, assertThrows(thrown.getClass(), () -> call(cleanup, "f", 1)));
      assertSame(thrown, assertThrows(thrown.getClass(), () -> call(catcher, "f", 1)));
    }
  }

  @Test
  void handlersForTagsDoNotSeeWhatJavaThrows() {
    var thrown = new IllegalStateException("host");
    Instance catcher = run(catching(), throwing(thrown), tag());

    assertSame(thrown, assertThrows(RuntimeException.class, () -> call(catcher, "f", 1)));
  }

  @Test
  void noHandlerSeesWhatEndsTheGuest() {
    for (Throwable thrown : List.of(new ProgramExit(3), new InternalError("host"))) {
      for (Function inner : List.of(throwing(thrown), through(throwing(thrown)))) {
        Instance catcher = run(catchingAll(), inner);
        assertSame(thrown, assertThrows(thrown.getClass(), () -> call(catcher, "f", 1)));
      }
    }
  }

  @Test
  void noHandlerSeesThatTheHeapIsUsedUp() {
    Function host = throwing(new OutOfMemoryError("host"));
    for (Function inner : List.of(host, through(host), through(through(host)))) {
      Instance catcher = run(catchingAll(), inner);
      var trap = assertThrows(TrapException.class, () -> call(catcher, "f", 1));
      assertEquals("out of memory: host", trap.summary());
    }
  }

  @Test
  void noHandlerSeesATrapThatPassesJava() {
    Function host = throwing(new TrapException(TrapKind.UNREACHABLE, "host"));
    for (Function inner : List.of(host, through(host), through(through(host)))) {
      Instance catcher = run(catchingAll(), inner);
      var trap = assertThrows(TrapException.class, () -> call(catcher, "f", 1));
      assertEquals("unreachable: host", trap.summary());
    }
  }

  @Test
  void noHandlerSeesAStackOverflowOfJava() {
    Function endless = host("endless", UNARY, arguments -> recurse(0));
    Instance catcher = run(catchingAll(), endless);

    var trap = assertThrows(TrapException.class, () -> call(catcher, "f", 1));
    assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
  }

  @Test
  void noHandlerSeesWhatComesOutOfAHostWhenItsProgramIsStopped() {
    ExecutionControl control = engine().newExecutionControl();
    Function interrupted =
        host(
            "interrupted",
            UNARY,
            arguments -> {
              control.stop("killed");
              assertTrue(Thread.interrupted());
              throw new IllegalStateException("interrupted");
            });
    Instance catcher = run(catchingAll(), interrupted);

    var trap =
        assertThrows(TrapException.class, () -> control.call(() -> function(catcher, "f").call(1)));
    assertEquals(TrapKind.STOPPED, trap.kind());
    assertEquals("killed", trap.getMessage());
  }

  @Test
  void aGuestCatchesThroughJavaWhatAGuestThrows() {
    for (Way way : WAYS) {
      Tag tag = tag();
      Instance catcher = run(catching(), through(function(thrower(tag), "throw"), way), tag);
      assertEquals(5, call(catcher, "f", 5));
    }
  }

  @Test
  void aGuestCatchesThroughSeveralLayersOfJavaAndGuests() {
    for (Way way : WAYS) {
      Tag tag = tag();
      Function inner = through(function(thrower(tag), "throw"), way);
      Instance cleanup = run(rethrowing(), inner);
      Instance other = run(catching(), through(function(cleanup, "f"), way), tag());
      Instance catcher = run(catching(), through(function(other, "f"), way), tag);
      assertEquals(6, call(catcher, "f", 6));
    }
  }

  @Test
  void javaInBetweenSeesATrapWithWhatWasThrown() {
    Tag tag = tag();
    Instance thrower = thrower(tag);
    var trap = assertThrows(TrapException.class, () -> call(thrower, "throw", 7));

    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    GuestThrow thrown = assertInstanceOf(GuestThrow.class, trap.getCause());
    assertTrue(thrown.isOf(tag));
    assertFalse(thrown.isOf(tag()));
    assertEquals(List.of(7), thrown.values());
  }

  @Test
  void javaInBetweenMayKeepItToItself() {
    Function thrower = function(thrower(tag()), "throw");
    Function keeping =
        host(
            "keeping",
            UNARY,
            arguments -> {
              assertThrows(TrapException.class, () -> thrower.call(arguments));
              return 8;
            });

    assertEquals(8, call(run(catchingAll(), keeping), "f", 1));
  }

  @Test
  void whatJavaThrowsForATagIsCaughtByIt() {
    Tag tag = tag();
    var thrown = new IllegalStateException("host");
    Function host = throwing(engine().newException(tag, List.of(9), thrown));

    assertEquals(9, call(run(catching(), host, tag), "f", 1));
    assertEquals(CAUGHT, call(run(catchingAll(), host), "f", 1));
    Instance others = run(catching(), host, tag());
    assertSame(thrown, assertThrows(RuntimeException.class, () -> call(others, "f", 1)));
    Instance cleanup = run(rethrowing(), host);
    assertEquals(9, call(run(catching(), function(cleanup, "f"), tag), "f", 1));
    assertSame(thrown, assertThrows(RuntimeException.class, () -> call(cleanup, "f", 1)));
    assertSame(thrown, assertThrows(RuntimeException.class, () -> host.call(1)));
  }

  private ModuleBuilder catchingAll() {
    return module("all.so")
        .importFunction("env", "g", UNARY)
        .exportedFunction(
            "f",
            UNARY,
            code()
                .block()
                .tryTable(ValueType.I32, Clause.onAll(0))
                .localGet(0)
                .call("env.g")
                .end()
                .returnAll()
                .end()
                .i32Const(CAUGHT));
  }

  private ModuleBuilder rethrowing() {
    return module("cleanup.so")
        .importFunction("env", "g", UNARY)
        .exportedFunction(
            "f",
            UNARY,
            code()
                .block(ValueType.EXNREF)
                .tryTable(ValueType.I32, Clause.onAllRef(0))
                .localGet(0)
                .call("env.g")
                .end()
                .returnAll()
                .end()
                .throwRef());
  }

  private ModuleBuilder catching() {
    return module("catcher.so")
        .importFunction("env", "g", UNARY)
        .importTag("env", "tag", PAYLOAD)
        .exportedFunction(
            "f",
            UNARY,
            code()
                .block(ValueType.I32)
                .tryTable(ValueType.I32, Clause.on("env.tag", 0))
                .localGet(0)
                .call("env.g")
                .end()
                .returnAll()
                .end());
  }

  private Instance thrower(Tag tag) {
    return run(
        module("thrower.so")
            .importTag("env", "tag", PAYLOAD)
            .exportedFunction("throw", UNARY, code().localGet(0).throwTag("env.tag")),
        tag);
  }

  private Function through(Function guest) {
    return through(guest, Function::call);
  }

  private Function through(Function guest, Way way) {
    return host("through", UNARY, arguments -> way.call(guest, (int) arguments[0]));
  }

  private Function throwing(Throwable thrown) {
    return host(
        "host",
        UNARY,
        arguments -> {
          throw thrown;
        });
  }

  private Tag tag() {
    return engine().newTag(new TagType(Signature.of(PAYLOAD)));
  }

  private static int recurse(int depth) {
    return depth < 0 ? depth : 1 + recurse(depth + 1);
  }
}
