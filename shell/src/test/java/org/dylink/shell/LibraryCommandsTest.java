package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryCommandsTest {
  private final GogoShell shell = new GogoShell(new FakeLinker(), "");

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void listPrintsATable() {
    assertEquals(
        """
        NAME       VERSION  SYMBOLS  BUNDLE                 NEEDED
        libbar.so  1.0.0          2  org.example.bar 1.0.0  libfoo.so, libgone.so
        """,
        shell.type("wasm:list"));
  }

  @Test
  void listsGoIntoPipesAndLoops() {
    assertEquals("", shell.type("wasm:list | wasm:run"));
  }

  @Test
  void infoPrintsAllThatIsKnown() {
    assertEquals("", shell.type("wasm:info libbar.so"));
    assertEquals("", shell.type("wasm:info main.wasm"));
  }

  @Test
  void aVersionIsChosenBehindTheName() {
    assertEquals("", shell.type("wasm:symbols libfoo.so@1.2.3"));
  }

  @Test
  void whatOneCommandReturnsAnotherTakes() {
    assertEquals("", shell.type("wasm:ldd ((wasm:list) get 0)"));
  }

  @Test
  void symbolsPrintsATable() {
    assertEquals("", shell.type("wasm:symbols libfoo.so"));
    assertEquals("", shell.type("wasm:symbols -p foo libfoo.so"));
    assertEquals("", shell.type("wasm:symbols libfoo.so --pattern 'foo*'"));
    assertEquals("", shell.type("wasm:symbols -p none libfoo.so"));
  }

  @Test
  void lddPrintsATree() {
    assertEquals("", shell.type("wasm:ldd main.wasm"));
  }

  @Test
  void anUnknownLibraryIsNamed() {
    String expected = "no library is named libx.so; wasm:list shows all\n";
    assertEquals(expected, shell.type("wasm:info libx.so"));
    assertEquals(expected, shell.type("wasm:symbols libx.so"));
    assertEquals(expected, shell.type("wasm:ldd libx.so"));
  }

  @Test
  void aMissingNameIsAskedFor() {
    assertEquals("usage: wasm:info NAME\n", shell.type("wasm:info"));
    assertEquals("usage: wasm:ldd NAME\n", shell.type("wasm:ldd libfoo.so libbar.so"));
    assertEquals("usage: wasm:symbols [-p PATTERN] NAME\n", shell.type("wasm:symbols -p x"));
  }
}
