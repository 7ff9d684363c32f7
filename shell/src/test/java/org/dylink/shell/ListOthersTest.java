package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.binding.runtime.BoundServiceDTO;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands for what the binding and the launcher know. */
class ListOthersTest {
  private final GogoShell shell = new GogoShell(new FakeLinker(), "");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void servicesAreListedWhetherTheyAreThereOrNot() {
    assertEquals(
        "INTERFACE  ID  STATE  LIBRARY  VERSION  PROGRAMS  FAILURE\n", shell.type("wasm:services"));
    shell.services.add(service("org.a.Zlib", "1.2.13", null, 3L, 5L));
    shell.services.add(service("org.a.Png", null, null));
    shell.services.add(service("org.a.Lua", null, "org.a.Lua.run: libz.so has no function run"));
    assertEquals(
        """
        INTERFACE   ID  STATE       LIBRARY  VERSION  PROGRAMS  FAILURE
        org.a.Zlib   9  registered  libz.so  1.2.13   3, 5      -
        org.a.Png    9  waiting     libz.so  -        -         -
        org.a.Lua    9  failed      libz.so  -        -         org.a.Lua.run: libz.so has no function run
        """,
        shell.type("wasm:services"));
  }

  @Test
  void configuredProgramsAreListedWithHowTheyEnded() {
    assertEquals("NAME  STATE  EXIT CODE  RESTARTS  PID  FAILURE\n", shell.type("wasm:configured"));
    shell.configured.add(program("a.wasm", ConfiguredProgram.State.BACKING_OFF, 3, 2, null));
    shell.configured.add(program("b.wasm", ConfiguredProgram.State.FAILED, null, 0, "trapped: x"));
    assertEquals(
        """
        NAME    STATE        EXIT CODE  RESTARTS  PID                        FAILURE
        a.wasm  backing off  3                 2  org.dylink.program~a.wasm  -
        b.wasm  failed       -                 0  org.dylink.program~b.wasm  trapped: x
        """,
        shell.type("wasm:configured"));
  }

  private static BoundServiceDTO service(
      String type, String version, String failure, Long... programs) {
    BoundServiceDTO dto = new BoundServiceDTO();
    dto.type = type;
    dto.bundle = 9;
    dto.library = "libz.so";
    dto.version = version;
    dto.registered = version != null;
    dto.failure = failure;
    dto.programs = List.of(programs);
    return dto;
  }

  private static ConfiguredProgramDTO program(
      String name, ConfiguredProgram.State state, Integer exitCode, int restarts, String failure) {
    ConfiguredProgramDTO dto = new ConfiguredProgramDTO();
    dto.pid = "org.dylink.program~" + name;
    dto.name = name;
    dto.state = state;
    dto.exitCode = exitCode;
    dto.restarts = restarts;
    dto.failure = failure;
    return dto;
  }
}
