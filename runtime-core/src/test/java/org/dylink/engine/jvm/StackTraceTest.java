package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.function;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** Java's stack traces show the guest's functions and libraries by their names. */
class StackTraceTest {
  private static final String VOID = "() -> ()";
  private static final List<String> CHAIN =
      List.of(
          "libfoo.so: wasm.libfoo.so$1.inner (libfoo.so)",
          "libfoo.so: wasm.libfoo.so$2.foo (libfoo.so)",
          "main.wasm: wasm.main.wasm$1.main (main.wasm)");

  private final JvmEngine engine = new JvmEngine();

  /** main calls foo of another library, and that calls inner. */
  private Instance chain(Code inner, Runnable host) throws ReflectiveOperationException {
    ModuleBuilder library =
        module("libfoo.so")
            .importFunction("env", "host", VOID)
            .tag("tag", "(i32) -> ()")
            .function("inner", VOID, inner)
            .exportedFunction("foo", VOID, code().call("inner"))
            .withNames();
    ModuleBuilder main =
        module("main.wasm")
            .importFunction("env", "foo", VOID)
            .exportedFunction("main", VOID, code().call("env.foo"))
            .withNames();
    var run =
        MethodHandles.publicLookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
    Function called = engine.newFunction("host", Signature.of(VOID), run.bindTo(host));
    Instance foo = start(compile(engine, library), called);
    return start(compile(engine, main), function(foo, "foo"));
  }

  @Test
  void showsTheGuestsFunctionsOfATrap() throws ReflectiveOperationException {
    Instance main = chain(code().unreachable(), () -> {});

    var trap = assertThrows(TrapException.class, () -> call(main, "main"));
    assertEquals(CHAIN, guests(trap.getCause()));
  }

  @Test
  void showsTheGuestsFunctionsThatAnExceptionOfTheHostHasPassed()
      throws ReflectiveOperationException {
    IllegalArgumentException[] thrown = new IllegalArgumentException[1];
    Runnable throwing =
        () -> {
          thrown[0] = new IllegalArgumentException("of the host");
          throw thrown[0];
        };
    Instance main = chain(code().call("env.host"), throwing);

    var passed = assertThrows(IllegalArgumentException.class, () -> call(main, "main"));
    assertSame(thrown[0], passed);
    assertEquals(CHAIN, guests(passed));
  }

  @Test
  void showsTheGuestsFunctionsToAProfiler() throws ReflectiveOperationException {
    List<String> seen = new ArrayList<>();
    Instance main =
        chain(
            code().call("env.host"),
            () -> seen.addAll(guests(Thread.currentThread().getStackTrace())));

    call(main, "main");
    assertEquals(CHAIN, seen);
  }

  @Test
  void hasAGuestStackOfAnExceptionThatNobodyCatches() throws ReflectiveOperationException {
    Instance main = chain(code().i32Const(1).throwTag("tag"), () -> {});

    assertUncaught(main);
  }

  @Test
  void hasAGuestStackOfAnExceptionThatIsThrownAgain() throws ReflectiveOperationException {
    Code caught =
        code()
            .block(ValueType.EXNREF)
            .tryTable(null, Clause.onAllRef(0))
            .i32Const(1)
            .throwTag("tag")
            .end()
            .unreachable()
            .end()
            .throwRef();
    assertUncaught(chain(caught, () -> {}));
  }

  private static void assertUncaught(Instance main) {
    var trap = assertThrows(TrapException.class, () -> call(main, "main"));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    assertEquals("tag 0 caught by nobody", trap.getMessage());
    assertEquals(
        List.of(
            new GuestFrame("libfoo.so", "inner"),
            new GuestFrame("libfoo.so", "foo"),
            new GuestFrame("main.wasm", "main")),
        trap.guestStack());
    assertEquals(CHAIN, guests(trap.getCause()));
  }

  @Test
  void notesNoStacksForThoseWhoThrowAllTheTime() throws ReflectiveOperationException {
    Instance main = chain(code().i32Const(1).throwTag("tag"), () -> {});
    for (int i = 0; i < 10_000; i++) {
      assertThrows(TrapException.class, () -> call(main, "main"));
    }

    var trap = assertThrows(TrapException.class, () -> call(main, "main"));
    assertEquals("tag 0 caught by nobody", trap.getMessage());
    assertEquals(List.of(), trap.guestStack());
  }

  private static List<String> guests(Throwable thrown) {
    return guests(thrown.getStackTrace());
  }

  /** The functions: neither their entries, all called "(call)", nor imports, which have no file. */
  private static List<String> guests(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(each -> each.getClassName().startsWith("wasm."))
        .filter(each -> each.getFileName() != null && !each.getMethodName().equals("(call)"))
        .map(StackTraceTest::text)
        .toList();
  }

  private static String text(StackTraceElement each) {
    String method = each.getClassName() + "." + each.getMethodName();
    return each.getClassLoaderName().replaceAll("#.*", "")
        + ": "
        + method
        + " ("
        + each.getFileName()
        + ")";
  }
}
