package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions that {@code at_quick_exit} and {@code atexit} have registered, in a program without
 * libraries and in the main of one with libc.so: {@code src/test/native/quick.c}.
 */
@Timeout(120)
final class QuickExitIT {
  private static final Path FOLDER = Path.of("src/test/native").toAbsolutePath();
  private static final String LIBC =
      Path.of("../example-bundles/libc/src/main/resources/lib").toAbsolutePath().toString();

  private static EmbeddedFramework framework;

  @BeforeAll
  static void startFramework() throws LaunchException {
    framework = EmbeddedFramework.start();
  }

  @AfterAll
  static void stopFramework() throws LaunchException {
    framework.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick.wasm", "quick-pie.wasm"})
  void theyRunAndTheProgramEndsWithItsCode(String program) throws Exception {
    RecordedCall call = RecordedCall.of(FOLDER, "run", "-L", LIBC, program, "end");
    assertEquals(5, framework.call(call.launch()), call.err());
    assertEquals("first\nlast\n", call.out());
    assertEquals("", call.err());
  }

  @ParameterizedTest
  @CsvSource({"quick.wasm, quick", "quick-pie.wasm, quick", "quick-pie.wasm, exit"})
  void oneThatLoopsEndsWith124WhereTimeIsUp(String program, String how) throws Exception {
    RecordedCall call = RecordedCall.of(FOLDER, "run", "--timeout", "4", "-L", LIBC, program, how);
    assertEquals(124, framework.call(call.launch()), call.err());
    assertEquals("first\nlooping\n", call.out());
    assertEquals(
        "dylink: %s: timeout: still running after 4.0 s".formatted(program),
        call.err().lines().findFirst().orElse(""));
  }
}
