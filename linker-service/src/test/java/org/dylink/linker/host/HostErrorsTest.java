package org.dylink.linker.host;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostFunction;
import org.dylink.engine.host.HostInstance;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What can be wrong with a library of Java functions. */
@EachEngine
class HostErrorsTest {
  private static final String HERE = HostErrorsTest.class.getName();

  private final TestLink test;

  HostErrorsTest(Engine engine) {
    test = TestLink.with(engine);
  }

  static final class TakesText {
    @HostSymbol
    int length(int size, String text) {
      return size + text.length();
    }
  }

  static final class GivesBoolean {
    @HostSymbol("is_it")
    boolean isIt(Guest guest) {
      return guest.arguments().isEmpty();
    }
  }

  static final class Twice {
    @HostSymbol("f")
    int f() {
      return 1;
    }

    @HostSymbol("f")
    int f(int more) {
      return more;
    }
  }

  @Test
  void aTypeThatCDoesNotHave() {
    assertMessage(
        HERE
            + "$TakesText.length: parameter 2: expected int, long, float or double, found"
            + " java.lang.String",
        () -> HostLibrary.of("libx.so", new TakesText()));
    assertMessage(
        HERE + "$GivesBoolean.isIt: result: expected int, long, float or double, found boolean",
        () -> HostLibrary.of("libx.so", new GivesBoolean()));
    assertMessage(
        "libx.so: f: result: expected int, long, float or double, found java.lang.String",
        () -> HostLibrary.of("libx.so", Map.of("f", MethodHandles.constant(String.class, "x"))));
  }

  @Test
  void aSymbolThatIsThereTwice() {
    assertMessage(
        HERE + "$Twice.f: another method has symbol f too",
        () -> HostLibrary.of("libx.so", new Twice()));
  }

  @Test
  void aClassWithoutFunctions() {
    assertMessage(
        "java.lang.Object: no method has @HostSymbol",
        () -> HostLibrary.of("libx.so", new Object()));
    assertMessage("libx.so: no function is given", () -> HostLibrary.of("libx.so", Map.of()));
  }

  @Test
  void aHostLibraryThatDoesNotTellItsFunctions() {
    assertMessage(
        "libx.so: no library: it does not tell its functions beforehand",
        () -> Library.of(new Telling(Map.of(), Map.of())));
  }

  @Test
  void aNameThatIsTheLinkers() {
    HostLibrary env = HostLibrary.of("env", Map.of("f", MethodHandles.constant(int.class, 1)));
    assertMessage(
        "env: a library cannot have this name: its imports are the linker's",
        () -> Library.of(env));
  }

  @Test
  void aFunctionThatTheInstanceDoesNotHave() {
    FunctionType type = new FunctionType(List.of(), List.of(ValueType.I32));
    test.libraries().add(Library.of(new Telling(Map.of("f", type), Map.of())));
    LinkException failure = test.refuse(shared("main.wasm", "libx.so"));
    assertEquals(
        "libx.so: import libx.so.f: its instance has nothing of that name", failure.getMessage());
    assertEquals(Reason.MISSING_SYMBOL, failure.reason());
  }

  @Test
  void aFunctionOfAnotherTypeThanWasTold() {
    FunctionType told = new FunctionType(List.of(), List.of(ValueType.I32));
    HostFunction other =
        new HostFunction(
            new FunctionType(List.of(), List.of(ValueType.I64)),
            MethodHandles.constant(long.class, 1L));
    test.libraries().add(Library.of(new Telling(Map.of("f", told), Map.of("f", other))));
    LinkException failure = test.refuse(shared("main.wasm", "libx.so"));
    assertEquals(
        "libx.so: import libx.so.f: signature mismatch: expected () -> i32, its instance has () ->"
            + " i64",
        failure.getMessage());
    assertEquals(Reason.TYPE_MISMATCH, failure.reason());
  }

  @Test
  void aCallerThatExpectsAnotherType() {
    test.libraries().add(Library.of(HostLibrary.of("libclock.so", new Clock())));
    ModuleBuilder main =
        shared("main.wasm", "libclock.so").importFunction("env", "tick", "(i32) -> i32");
    main.exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.tick"));
    assertEquals(
        "main.wasm: import env.tick: signature mismatch: expected (i32) -> i32, libclock.so has ()"
            + " -> i32",
        test.refuse(main).getMessage());
  }

  @Test
  void aCallBackBeforeTheProgramIsLinked() {
    HostLibrary early =
        HostLibrary.perProgram("libclock.so", Clock.class, guest -> new Clock(guest.address("x")));
    test.libraries().add(Library.of(early));
    IllegalStateException failure =
        test.refuse(
            IllegalStateException.class, TestLibrary.of(shared("main.wasm", "libclock.so")));
    assertEquals("main.wasm: is not linked yet", failure.getMessage());
  }

  private static void assertMessage(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }

  /** A host library that tells one thing and has another. */
  private record Telling(Map<String, FunctionType> told, Map<String, HostFunction> had)
      implements HostLibrary {
    @Override
    public String moduleName() {
      return "libx.so";
    }

    @Override
    public Map<String, FunctionType> functions() {
      return told;
    }

    @Override
    public HostInstance open(Guest guest) {
      return new HostInstance() {
        @Override
        public Optional<HostFunction> function(String name) {
          return Optional.ofNullable(had.get(name));
        }

        @Override
        public void close() {}
      };
    }
  }
}
