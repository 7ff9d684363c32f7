package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class LoadLibrariesTest {
  private final GogoShell shell = new GogoShell(new FakeLinker(), "");
  private final FakeRuntime runtime = shell.runtime();
  private final FakeFramework framework = shell.framework();

  @TempDir Path folder;
  private Path library;
  private Path jar;

  @BeforeEach
  void create() throws IOException {
    library = Files.createFile(folder.resolve("libnew.so.1.2.3"));
    jar = Files.writeString(folder.resolve("more.jar"), "PK");
    shell.session().currentDir(folder);
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void allAreInstalledBeforeTheFirstIsStarted() {
    framework.reaction = this::comeAtStart;
    assertEquals(
        """
        NAME         VERSION  STATE      ID  BUNDLE
        libnew20.so  1.2.3    available  20  org.example.libnew20 1.2.3
        libnew21.so  1.2.3    available  21  org.example.libnew21 1.2.3
        """,
        shell.type("wasm:load libnew.so.1.2.3 more.jar"));
    assertEquals(
        List.of(
            "install wasm:" + library.toUri(), "install " + jar.toUri(), "start 20", "start 21"),
        framework.takeCalls());
  }

  private void comeAtStart(String method, long bundle) {
    if (method.equals("start")) {
      runtime.add(bundle, "libnew" + bundle + ".so", "1.2.3", LibraryState.AVAILABLE);
    }
  }

  @Test
  void urlsAreTakenAsTheyAreUnlessTheyAreOfABareLibrary() {
    framework.reaction = this::comeAtStart;
    shell.type(
        "wasm:load 'wasm:file:/x/libz.so?version=2' 'http://example.org/libz.so?name=libz.so'"
            + " http://example.org/z.jar");
    assertEquals(
        List.of(
            "install wasm:file:/x/libz.so?version=2",
            "install wasm:http://example.org/libz.so?name=libz.so",
            "install http://example.org/z.jar"),
        framework.takeCalls().subList(0, 3));
  }

  @Test
  void aFileThatIsNotThereIsToldBeforeAnythingIsInstalled() {
    assertEquals("no such file: libx.so\n", shell.type("wasm:load libnew.so.1.2.3 libx.so"));
    assertEquals(List.of(), framework.takeCalls());
  }

  @Test
  void nothingIsLeftIfOneCannotBeInstalled() {
    framework.reaction =
        (method, bundle) -> {
          if (method.startsWith("install file:")) {
            throw new BundleException("cannot", new IOException("no manifest"));
          }
        };
    assertEquals(
        "more.jar: not loaded: no manifest\n", shell.type("wasm:load libnew.so.1.2.3 more.jar"));
    assertEquals(
        List.of(
            "install wasm:" + library.toUri(),
            "install " + jar.toUri(),
            "uninstall 20",
            "refresh [20]"),
        framework.takeCalls());
  }

  @Test
  void whatCannotBeStartedTellsWhatItWaitsFor() {
    framework.reaction =
        (method, bundle) -> {
          if (method.equals("start")) {
            runtime.add(bundle, "libnew.so", "1.2.3", LibraryState.WAITING, "no bundle provides x");
            throw new BundleException("Unable to resolve 20.0");
          }
        };
    assertEquals(
        "libnew.so.1.2.3: not loaded: no bundle provides x\n",
        shell.type("wasm:load libnew.so.1.2.3"));
    assertEquals(
        List.of("install wasm:" + library.toUri(), "start 20", "uninstall 20", "refresh [20]"),
        framework.takeCalls());
  }

  @Test
  void whatCannotBeReadIsNotLeft() {
    framework.reaction =
        (method, bundle) -> {
          if (method.equals("start")) {
            runtime.add(bundle, "libnew.so", "1.2.3", LibraryState.FAILED, "libnew.so: bad digest");
          }
        };
    assertEquals(
        "libnew.so.1.2.3: not loaded: libnew.so: bad digest\n",
        shell.type("wasm:load libnew.so.1.2.3"));
    assertEquals(
        List.of("stop 20", "uninstall 20", "refresh [20]"), framework.takeCalls().subList(2, 5));
  }

  @Test
  void aBundleWithoutLibrariesIsRefused() {
    assertEquals(
        "more.jar: not loaded: bundle bundle20 1.0.0 has no library\n",
        shell.type("wasm:load more.jar"));
  }

  @Test
  void whatWasThereBeforeStaysThere() {
    framework.reaction = this::comeAtStart;
    shell.type("wasm:load libnew.so.1.2.3");
    framework.takeCalls();
    framework.reaction =
        (method, bundle) -> {
          if (method.startsWith("install")) {
            throw new BundleException("no manifest");
          }
        };
    assertEquals(
        "more.jar: not loaded: no manifest\n", shell.type("wasm:load libnew.so.1.2.3 more.jar"));
    assertEquals(List.of("install " + jar.toUri()), framework.takeCalls());
  }

  @Test
  void filesAreAskedFor() {
    assertEquals("usage: wasm:load FILE|URL...\n", shell.type("wasm:load"));
  }
}
