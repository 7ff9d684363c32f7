package org.dylink.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** What the shell says of itself, and of words that it does not know. */
class ShellGreetingTest {
  @Test
  void theBannerHasTheNameTheVersionAndWhereToBegin() {
    assertEquals("1.2.3-SNAPSHOT", Banner.text(Version.parseVersion("1.2.3.SNAPSHOT")));
    assertEquals("1.2.3", Banner.text(Version.parseVersion("1.2.3")));
    assertEquals(
        """
        Dylink 1.2.3: WebAssembly shared libraries as OSGi bundles
        wasm:list shows the libraries, wasm:load FILE adds some, help wasm:run tells of a command
        """,
        Banner.text("1.2.3"));
  }

  @Test
  void aSlipInACommandIsToldWithWhatMayHaveBeenMeant() {
    Set<String> commands = Set.of("wasm:list", "wasm:load", "gogo:echo", "felix:stop");
    assertEquals(
        "wasm:lst: no such command; did you mean wasm:list?",
        UnknownCommand.message("wasm:lst", commands));
    assertEquals(
        "ecko: no such command; did you mean echo?", UnknownCommand.message("ecko", commands));
    assertEquals("lua: no such command", UnknownCommand.message("lua", commands));
    assertEquals("a\\u001bb: no such command", UnknownCommand.message("a\u001bb", commands));
  }
}
