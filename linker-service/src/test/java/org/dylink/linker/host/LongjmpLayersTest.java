package org.dylink.linker.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.host.Guest;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;

/**
 * C calls Java, which calls C, and so on; the innermost jumps to a setjmp in one of the layers
 * (src/test/native/leap.c, whose numbers gcc's program prints, too).
 */
@EachEngine
class LongjmpLayersTest {
  private static final int LAYERS = 8;
  private static final List<Integer> OF_GCC =
      List.of(
          7, 8, 1007, 9, 1008, 2007, 10, 1009, 2008, 3007, 11, 1010, 2009, 3008, 4007, 12, 1011,
          2010, 3009, 4008, 5007, 13, 1012, 2011, 3010, 4009, 5008, 6007, 14, 1013, 2012, 3011,
          4010, 5009, 6008, 7007);
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources/lib");
  private static final ModuleCache COMPILED = new ModuleCache();

  private final TestLink test;
  private boolean byHandle;
  private int entered;
  private int left;

  LongjmpLayersTest(Engine engine) {
    assumeTrue(Files.exists(LIBC), () -> LIBC.toAbsolutePath() + " is not there");
    test = TestLink.with(engine).cache(COMPILED);
    test.libraries().folder(LIBC).folder(Path.of("src/test/native"));
    COMPILED.retain(test.libraries().get("libc.so").module());
    test.host(FakeWasi.serving(test.libraries().get("libc.so")));
    test.host(new FakeHost("env").with("java_call", "(i32, i32) -> i32", this::javaCall));
  }

  private Object javaCall(Guest guest, Object... arguments) {
    Function function = guest.function((int) arguments[0]);
    entered++;
    try {
      return byHandle ? invoke(function.handle(), (int) arguments[1]) : function.call(arguments[1]);
    } finally {
      left++;
    }
  }

  private static int invoke(MethodHandle handle, int argument) {
    try {
      return (int) handle.invoke(argument);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aJumpEndsInTheLayerThatItIsFor() throws LinkException {
    assertLands(false);
  }

  @Test
  void alsoWhereJavaCallsByHandles() throws LinkException {
    assertLands(true);
  }

  private void assertLands(boolean handles) throws LinkException {
    byHandle = handles;
    try (Program program = test.link(test.libraries().get("leap.wasm"))) {
      List<Object> results = new ArrayList<>();
      for (int depth = 0; depth < LAYERS; depth++) {
        for (int to = 0; to <= depth; to++) {
          results.add(program.call("leap", depth, to));
        }
      }
      assertEquals(OF_GCC, results);
      assertEquals(entered, left, "Java's own finally blocks have run");
    }
  }
}
