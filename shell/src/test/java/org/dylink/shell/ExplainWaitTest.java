package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainWaitTest {
  private static final String NOT_STARTED = "bundle org.example.libfoo 2.0.0 is not started";

  private final GogoShell shell = new GogoShell(new FakeLinker(), "");
  private final FakeRuntime runtime = shell.runtime();

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void anAvailableLibraryHasNoReason() {
    assertEquals(
        """
        NAME       VERSION  STATE      ID  REASON
        main.wasm  1.0.0    available  13
        """,
        shell.type("wasm:why main.wasm"));
  }

  @Test
  void whatIsWaitedForIsFollowedToItsEnd() {
    runtime.become("main.wasm", LibraryState.WAITING, "libbar.so: that of libbar waits itself");
    runtime.become(
        "libbar.so",
        LibraryState.WAITING,
        "libfoo.so: " + NOT_STARTED,
        "libgone.so: no wired bundle provides it");
    runtime.become("libfoo.so", LibraryState.WITHDRAWN, NOT_STARTED);
    String expected =
        """
        NAME           VERSION  STATE      ID  REASON
        main.wasm      1.0.0    waiting    13  libbar.so: that of libbar waits itself
          libbar.so    1.0.0    waiting    10  libfoo.so: bundle org.example.libfoo 2.0.0 is not started
          libbar.so    1.0.0    waiting    10  libgone.so: no wired bundle provides it
            libfoo.so  2.0.0    withdrawn  11  bundle org.example.libfoo 2.0.0 is not started
        """;
    assertEquals(expected, shell.type("wasm:why main.wasm"));
    assertEquals(expected, shell.type("wasm:why 13"));
  }

  @Test
  void librariesThatNeedEachOtherAreToldOnce() {
    LibraryDTO ping =
        runtime.add(30, "libping.so", "1.0.0", LibraryState.WAITING, "libpong.so: waits itself");
    LibraryDTO pong =
        runtime.add(31, "libpong.so", "1.0.0", LibraryState.WAITING, "libping.so: waits itself");
    runtime.wire(ping, "libpong.so");
    runtime.wire(pong, "libping.so");
    assertEquals(
        """
        NAME          VERSION  STATE    ID  REASON
        libping.so    1.0.0    waiting  30  libpong.so: waits itself
          libpong.so  1.0.0    waiting  31  libping.so: waits itself
        """,
        shell.type("wasm:why libping.so"));
  }

  @Test
  void aFailedLibraryTellsTheCause() {
    runtime.add(30, "libx.so", "1.0.0", LibraryState.FAILED, "libx.so: digest is 1, not 2");
    assertEquals(
        """
        NAME     VERSION  STATE   ID  REASON
        libx.so  1.0.0    failed  30  libx.so: digest is 1, not 2
        """,
        shell.type("wasm:why libx.so"));
  }
}
