package org.dylink.launcher.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.Settings;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.Test;

class LifeLogTest {
  private final List<String> lines = new ArrayList<>();
  private final LifeLog life = new LifeLog(new RecordedLog(lines), "main.wasm");

  private List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Test
  void anExitCodeIsLogged() {
    life.ended(Ending.exited(0, List.of()));
    life.ended(Ending.exited(3, List.of()));
    assertEquals(
        List.of(
            "INFO main.wasm: ended with exit code 0", "WARNING main.wasm: ended with exit code 3"),
        take());
  }

  @Test
  void whyThereIsNoneIsInTheProgramsOwnLog() {
    life.ended(Ending.failed("main.wasm: trapped: unreachable", List.of()));
    assertEquals(List.of(), take());
  }

  @Test
  void restartsAndTheLastOfThemAreLogged() {
    life.restarts(Duration.ofSeconds(1), 1);
    life.restarts(Duration.ofMillis(2500), 2);
    life.givesUp(2);
    assertEquals(
        List.of(
            "INFO main.wasm: restart 1 in 1 s",
            "INFO main.wasm: restart 2 in 2.5 s",
            "WARNING main.wasm: not started again: 2 restarts in a row"),
        take());
  }

  @Test
  void whatItWaitsForIsToldOnce() throws MalformedValueException {
    ProgramSettings any = settings(Map.of("main", "main.wasm"));
    life.waits(any, List.of(library("other.wasm", "1.0.0", LibraryState.AVAILABLE)));
    life.waits(any, List.of());
    assertEquals(List.of("INFO main.wasm: waits: no bundle has a library of that name"), take());

    LibraryDTO waiting =
        library("main.wasm", "1.0.0", LibraryState.WAITING, "no bundle provides libc.so");
    life.waits(any, List.of(waiting));
    life.waits(any, List.of(waiting));
    assertEquals(List.of("INFO main.wasm: waits: no bundle provides libc.so"), take());

    life.starts();
    life.waits(any, List.of(waiting));
    assertEquals(1, take().size());
  }

  @Test
  void aVersionThatWillNotDoIsNamed() throws MalformedValueException {
    ProgramSettings two = settings(Map.of("main", "main.wasm", "version", "[2,3)"));
    life.waits(
        two,
        List.of(
            library("main.wasm", "1.4.0", LibraryState.AVAILABLE),
            library("main.wasm", "1.0.0", LibraryState.AVAILABLE)));
    assertEquals(
        List.of("INFO main.wasm: waits: expected version [2.0.0,3.0.0), found 1.4.0, 1.0.0"),
        take());
  }

  @Test
  void aStateWithoutAReasonIsTold() throws MalformedValueException {
    life.waits(
        settings(Map.of("main", "main.wasm")),
        List.of(library("main.wasm", "1.0.0", LibraryState.DISCOVERED)));
    assertEquals(List.of("INFO main.wasm: waits: version 1.0.0 is discovered"), take());
  }

  private static ProgramSettings settings(Map<String, Object> properties)
      throws MalformedValueException {
    return ProgramSettings.of(new Settings("org.dylink.program~x", properties));
  }

  private static LibraryDTO library(
      String name, String version, LibraryState state, String... reasons) {
    LibraryDTO library = new LibraryDTO();
    library.name = name;
    library.version = version;
    library.state = state;
    library.reasons = List.of(reasons);
    library.current = true;
    return library;
  }
}
