package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

/** wasm:unload and wasm:reload. */
class ChangeLibrariesTest {
  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");
  private final FakeRuntime runtime = shell.runtime();
  private final FakeFramework framework = shell.framework();

  @BeforeEach
  void start() {
    runtime.libraries().forEach(library -> framework.started(library.bundle));
    framework.dependents.put(10L, List.of(13L));
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void unloadStopsWhatIsWiredAndStartsItAgain() {
    assertEquals("", shell.type("wasm:unload libbar.so"));
    assertEquals(
        List.of("stop 10", "stop 13", "uninstall 10", "refresh [10, 13]", "start 13"),
        framework.takeCalls());
  }

  @Test
  void unloadTellsWhatWaitsNow() {
    runtime.add(20, "old.wasm", "1.0.0", LibraryState.WAITING, "libgone.so: no");
    framework.reaction =
        (method, bundle) -> {
          if (method.equals("uninstall")) {
            runtime.removeBundle(bundle);
            runtime.become("main.wasm", LibraryState.WAITING, "libbar.so: no");
          }
        };
    assertEquals(
        """
        NAME       VERSION  STATE    ID  BUNDLE
        main.wasm  1.0.0    waiting  13  org.example.main 1.0.0
        """,
        shell.type("wasm:unload libbar.so"));
  }

  @Test
  void unloadTakesIdsAndVersions() {
    assertEquals("", shell.type("wasm:unload libfoo.so@1.2.3 11"));
    assertEquals(
        List.of("stop 12", "stop 11", "uninstall 12", "uninstall 11", "refresh [12, 11]"),
        framework.takeCalls());
  }

  @Test
  void reloadUpdatesAndShowsWhatHasBecomeOfIt() {
    framework.reaction =
        (method, bundle) -> {
          if (method.equals("start") && bundle == 13) {
            runtime.become("main.wasm", LibraryState.WAITING, "libbar.so: no");
            throw new BundleException("Unable to resolve 13.0");
          }
        };
    assertEquals(
        """
        NAME       VERSION  STATE      ID  BUNDLE
        libbar.so  1.0.0    available  10  org.example.libbar 1.0.0
        main.wasm  1.0.0    waiting    13  org.example.main 1.0.0
        """,
        shell.type("wasm:reload 10"));
    assertEquals(
        List.of("stop 10", "stop 13", "update 10", "refresh [10, 13]", "start 10", "start 13"),
        framework.takeCalls());
  }

  @Test
  void whatCannotBeReadAgainRunsAsBefore() {
    framework.reaction =
        (method, bundle) -> {
          if (method.equals("update")) {
            throw new BundleException("cannot", new IOException("no such file /x"));
          }
        };
    assertEquals("libbar.so: not reloaded: no such file /x\n", shell.type("wasm:reload libbar.so"));
    assertEquals(
        List.of("stop 10", "stop 13", "update 10", "refresh [10, 13]", "start 10", "start 13"),
        framework.takeCalls());
  }

  @Test
  void whatProgramsUseIsRefusedUnlessForced() {
    linker.link();
    linker.link();
    String inUse =
        "main.wasm: in use by program 1 main.wasm, program 2 main.wasm;"
            + " kill what uses it, or give -f, which ends it\n";
    assertEquals(inUse, shell.type("wasm:unload main.wasm"));
    assertEquals(inUse, shell.type("wasm:reload main.wasm"));
    // Also if it is in use by way of what needs it.
    assertEquals(inUse.replaceFirst("main.wasm", "libbar.so"), shell.type("wasm:unload libbar.so"));
    assertEquals(List.of(), framework.takeCalls());
    assertEquals("", shell.type("wasm:unload -f main.wasm"));
    assertEquals(List.of("stop 13", "uninstall 13", "refresh [13]"), framework.takeCalls());
  }

  @Test
  void aNameOfSeveralBundlesIsNotEnough() {
    assertEquals(
        "2 bundles have libfoo.so: give one of the ids 11, 12\n",
        shell.type("wasm:unload libfoo.so"));
    assertEquals(
        "no library is named libx.so; wasm:list shows all\n",
        shell.type("wasm:reload main.wasm libx.so"));
    assertEquals("no bundle 99 has a library; wasm:list shows all\n", shell.type("wasm:unload 99"));
    assertEquals(List.of(), framework.takeCalls());
  }

  @Test
  void namesAreAskedFor() {
    assertEquals("usage: wasm:unload [-f] NAME|ID...\n", shell.type("wasm:unload -f"));
    assertEquals("usage: wasm:reload [-f] NAME|ID...\n", shell.type("wasm:reload"));
  }
}
