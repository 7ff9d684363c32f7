package org.dylink.linker.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.Feature;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What C++ (src/test/native/passing.cc) sees of what Java throws, in both encodings. */
@EachEngine
class JavaExceptionsTest {
  private static final Path NATIVE = Path.of("src/test/native");
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources/lib");
  private static final ModuleCache COMPILED = new ModuleCache();

  private final Engine engine;
  private final TestLink test;
  private final List<Integer> events = new ArrayList<>();
  private Throwable thrown = new IllegalStateException("java");
  private Program program;

  JavaExceptionsTest(Engine engine) {
    this.engine = engine;
    assumeTrue(Files.exists(LIBC), () -> LIBC.toAbsolutePath() + " is not there");
    test = TestLink.with(engine).cache(COMPILED);
    test.libraries().folder(LIBC).folder(NATIVE);
    Library libc = test.libraries().get("libc.so");
    COMPILED.retain(libc.module());
    test.host(FakeWasi.serving(libc));
    test.host(
        new FakeHost("env")
            .with("java_throw", "(i32) -> i32", this::javaThrow)
            .with("java_call", "(i32, i32) -> i32", JavaExceptionsTest::javaCall)
            .with("note", "(i32) -> ()", this::note));
  }

  private Object javaThrow(Guest guest, Object... arguments) {
    throw JavaExceptionsTest.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable any) throws E {
    throw (E) any;
  }

  private static Object javaCall(Guest guest, Object... arguments) {
    return guest.function((int) arguments[0]).call(arguments[1]);
  }

  private Object note(Guest guest, Object... arguments) {
    events.add((int) arguments[0]);
    return null;
  }

  private void link(String main) throws LinkException {
    assumeTrue(
        main.equals("passing.wasm") || engine.features().contains(Feature.LEGACY_EXCEPTIONS),
        "the engine lacks the legacy encoding");
    program = test.link(test.libraries().get(main));
  }

  @AfterEach
  void close() {
    if (program != null) {
      program.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"passing.wasm", "passing-legacy.wasm"})
  void catchAllSeesIt(String main) throws LinkException {
    link(main);
    for (Throwable each : List.of(thrown, new AssertionError("error"), new IOException("io"))) {
      thrown = each;
      assertEquals(-1, program.call("caught", 5));
      assertEquals(-2, program.call("caught_behind_a_type", 5));
      assertEquals(-3, program.call("caught_again", 5));
      assertEquals(-4, program.call("caught_through_java", 5));
      assertEquals(List.of(2, 3, 3), events);
      events.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"passing.wasm", "passing-legacy.wasm"})
  void itGoesOnAsTheSameObject(String main) throws LinkException {
    link(main);
    for (Throwable each : List.of(thrown, new AssertionError("error"), new IOException("io"))) {
      thrown = each;
      assertPasses("passes", 1);
      assertPasses("caught_by_type");
      assertPasses("thrown_again", 3);
      assertPasses("through_java", 3, 4);
    }
  }

  private void assertPasses(String function, Integer... seen) {
    assertSame(thrown, assertThrows(Throwable.class, () -> program.call(function, 5)), function);
    assertEquals(List.of(seen), events, function);
    events.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"passing.wasm", "passing-legacy.wasm"})
  void anotherOneMayComeInItsPlace(String main) throws LinkException {
    link(main);

    assertEquals(1005, program.call("caught_instead", 5));
    var trap = assertThrows(TrapException.class, () -> program.call("instead", 5));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"passing.wasm", "passing-legacy.wasm"})
  void anEndIsSeenByNobody(String main) throws LinkException {
    link(main);
    thrown = new ProgramExit(3);

    for (String function : List.of("passes", "caught", "thrown_again", "through_java")) {
      assertPasses(function);
    }
  }

  @Test
  void thousandsNeedNoMoreRoomThanOne() throws LinkException {
    link("passing.wasm");
    assertEquals(1, program.call("many", 1));
    long pages = program.linkMap().memoryPages();
    long slots = program.linkMap().tableSize();

    assertEquals(2_000, program.call("many", 2_000));
    for (int i = 0; i < 200; i++) {
      assertPasses("thrown_again", 3);
    }

    assertEquals(pages, program.linkMap().memoryPages());
    assertEquals(slots, program.linkMap().tableSize());
  }

  @Test
  void withoutRoomForItDestructorsAloneSeeIt() throws LinkException {
    test.option(request -> request.maxMemory(memory()));
    link("passing.wasm");
    while (program.linkMap().memoryPages() < program.linkMap().maximumPages()) {
      program.entrance().memory().grow(1);
    }

    assertPasses("caught", 2);
    assertPasses("passes", 1);
  }

  private static long memory() {
    return 40L * 65_536;
  }
}
