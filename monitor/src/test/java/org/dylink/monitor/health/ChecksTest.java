package org.dylink.monitor.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.monitor.FakeLinkerRuntime;
import org.dylink.monitor.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the health checks find. */
class ChecksTest {
  private final FakeLinkerRuntime runtime = new FakeLinkerRuntime();

  private static List<String> run(HealthCheck check) {
    return StreamSupport.stream(check.execute().spliterator(), false)
        .map(entry -> entry.getStatus() + " " + entry.getMessage())
        .toList();
  }

  @Test
  void librariesThatWaitAreAWarningAndUnreadableOnesCritical() {
    LibrariesCheck check = new LibrariesCheck(runtime);
    runtime.add("liba.so", LibraryState.AVAILABLE);
    runtime.add("libd.so", LibraryState.DISCOVERED);
    assertEquals(List.of("OK no library waits"), run(check));
    runtime.add("libb.so", LibraryState.WAITING, "no bundle has libx.so", "nor liby.so");
    runtime.add("libc\u001b.so", LibraryState.FAILED, "libc\u001b.so: an ELF file");
    assertEquals(
        List.of(
            "WARN libb.so 1.0.0 of bundle 7 waits: no bundle has libx.so; nor liby.so",
            "CRITICAL libc\\u001b.so 1.0.0 of bundle 7 cannot be read: an ELF file"),
        run(check));
  }

  @Test
  void programsThatFailedAreAWarning() {
    ProgramsCheck check = new ProgramsCheck(runtime);
    runtime.add(1, "a.wasm", Program.State.RUNNING, "jvm");
    assertEquals(List.of("OK no program has failed"), run(check));
    runtime.add(2, "b.wasm", Program.State.FAILED, "jvm").failure = "unreachable: x";
    runtime.add(3, "c.wasm", Program.State.FAILED, "jvm").failure = "c.wasm: unreachable: x";
    assertEquals(
        List.of(
            "WARN program 2 b.wasm has failed: unreachable: x",
            "WARN program 3 c.wasm has failed: unreachable: x"),
        run(check));
  }

  @Test
  void configuredProgramsTellHowTheyEnded() {
    assertEquals(
        List.of("OK no configured program has failed or waits"),
        run(
            new ConfiguredProgramsCheck(
                () ->
                    List.of(
                        program(ConfiguredProgram.State.RUNNING, null, null, 0),
                        program(ConfiguredProgram.State.EXITED, 3, null, 0)))));
    assertEquals(
        List.of(
            "CRITICAL a.wasm (pid~1) has failed: trapped: x",
            "WARN a.wasm (pid~1) starts again, by now 1 restart: exit code 3",
            "WARN a.wasm (pid~1) starts again, by now 2 restarts: exit code 3",
            "WARN a.wasm (pid~1) waits for its main library"),
        run(
            new ConfiguredProgramsCheck(
                () ->
                    List.of(
                        program(ConfiguredProgram.State.FAILED, null, "trapped: x", 0),
                        program(ConfiguredProgram.State.BACKING_OFF, 3, null, 1),
                        program(ConfiguredProgram.State.BACKING_OFF, 3, null, 2),
                        program(ConfiguredProgram.State.WAITING, null, null, 0)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One message, two, one of another library, of the configuration.
        "a.wasm | a.wasm: undefined function f | a.wasm (pid~1) has failed: undefined function f",
        "a.wasm | a.wasm: no f; a.wasm: no g | a.wasm (pid~1) has failed: no f; no g",
        "a.wasm | liba.wasm: no f; see b | a.wasm (pid~1) has failed: liba.wasm: no f; see b",
        "a.wasm | pid~1: maxMemory: found x | a.wasm (pid~1) has failed: maxMemory: found x",
        "pid~1 | pid~1: main: found nothing | pid~1 has failed: main: found nothing"
      })
  void aConfiguredProgramIsNamedOnce(String name, String failure, String line) {
    ConfiguredProgramDTO failed = program(ConfiguredProgram.State.FAILED, null, failure, 0);
    failed.name = name;
    assertEquals(
        List.of("CRITICAL " + line), run(new ConfiguredProgramsCheck(() -> List.of(failed))));
  }

  private static ConfiguredProgramDTO program(
      ConfiguredProgram.State state, Integer exitCode, String failure, int restarts) {
    ConfiguredProgramDTO dto = new ConfiguredProgramDTO();
    dto.pid = "pid~1";
    dto.name = "a.wasm";
    dto.state = state;
    dto.exitCode = exitCode;
    dto.failure = failure;
    dto.restarts = restarts;
    return dto;
  }

  @Test
  void imagesThatAreIgnoredAreAWarning() {
    ImagesCheck check = new ImagesCheck(runtime);
    assertEquals(List.of("OK no prelinked image is ignored"), run(check));
    runtime.addIgnoredImage("a\u001b.wasm: image is ignored: it is damaged");
    assertEquals(List.of("WARN a\\u001b.wasm: image is ignored: it is damaged"), run(check));
  }

  @ParameterizedTest
  @CsvSource({
    "89, 100, 90, false",
    "90, 100, 90, true",
    "50, 100, 50, true",
    "49, 100, 50, false",
    "90, 100, 101, true",
    "89, 100, none, false",
    // 4 GiB.
    "65536, 65536, 90, true"
  })
  void memoryNearItsLimitIsAWarning(int pages, int most, String percent, boolean near) {
    LinkMap map =
        new LinkMap(
            List.of(), new DataRegion(0, 0), 1024, pages, most, 1, List.of(), List.of(), List.of());
    Program program =
        Fakes.answering(Program.class, Map.of("id", 5L, "name", "a.wasm", "linkMap", map));
    Linker linker = Fakes.answering(Linker.class, Map.of("programs", List.of(program)));
    int limit = percent.equals("50") ? 50 : 90;
    assertEquals(
        List.of(
            near
                ? "WARN program 5 a.wasm: memory has %d of at most %d pages, 64 KiB each"
                    .formatted(pages, most)
                : "OK no memory has " + limit + " % of its limit"),
        run(new MemoryCheck(linker, Map.of("percent", percent))));
  }
}
