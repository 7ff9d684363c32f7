package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.DlProgram.DEFAULT;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.Shapes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names of any length in a guest's memory: it cannot fill the host's heap with one. */
@EachEngine
class LongNameTest {
  private static final int PATH_MAX = 4_096;
  private static final int SYMBOL_MAX = 1 << 20;
  private static final int SHOWN = 500;
  private static final String TOO_LONG = "dlmain.wasm: cannot open a library: File name too long";

  private final DlProgram program;
  private final int room;

  LongNameTest(Engine engine) throws LinkException {
    String longest = "s".repeat(SYMBOL_MAX);
    program =
        DlProgram.prepare(engine)
            .libraries(
                Shapes.shared("room.so", dylink().memInfo(SYMBOL_MAX + 2, 0, 0, 0)),
                Shapes.constant(Shapes.shared("named.so"), longest, 31));
    program.run("dlmain.wasm");
    program.opened("room.so", NOW);
    room = (int) program.map().libraries().get(3).data().address();
  }

  @AfterEach
  void close() {
    program.close();
    program.link().assertNothingLeft();
  }

  @Test
  void aFileMayBeAsLongAsAPathOfLinux() {
    String longest = "x".repeat(PATH_MAX - 1);

    assertEquals(0, open(longest));
    assertEquals(longest.substring(0, SHOWN), beginning());
    assertEquals(0, open(longest + "x"));
    assertEquals(Optional.of(TOO_LONG), program.error());
    assertEquals(0, open("/".repeat(SYMBOL_MAX)));
    assertEquals(Optional.of(TOO_LONG), program.error());
    program.opened("libleaf.so", NOW);
  }

  @Test
  void bytesCountAndNotCharacters() {
    String longest = "\u00e4".repeat(PATH_MAX / 2 - 1);

    assertEquals(0, open(longest));
    assertEquals(longest.substring(0, SHOWN), beginning());
    assertEquals(0, open("\u00e4".repeat(PATH_MAX / 2)));
    assertEquals(Optional.of(TOO_LONG), program.error());
  }

  @Test
  void aSymbolMayBeLonger() {
    int named = program.opened("named.so", NOW);

    int address = symbol(named, "s".repeat(SYMBOL_MAX));
    assertNotEquals(0, address);
    assertEquals(31, program.call(address));
    assertEquals(0, symbol(named, "s".repeat(SYMBOL_MAX + 1)));
    assertEquals(
        Optional.of("dlmain.wasm: cannot look for a symbol: its name is too long"),
        program.error());
    String unknown = "t".repeat(SYMBOL_MAX);
    assertEquals(0, symbol(DEFAULT, unknown));
    String message = "dlmain.wasm: undefined symbol " + unknown;
    assertEquals(message.substring(0, SHOWN), beginning());
  }

  /** Of a message, which libdl.so keeps 1,023 bytes of. */
  private String beginning() {
    return program.error().orElseThrow().substring(0, SHOWN);
  }

  private int open(String file) {
    write(file);
    return (int) program.program().call("dlopen", room, NOW);
  }

  private int symbol(int handle, String name) {
    write(name);
    return (int) program.program().call("dlsym", handle, room);
  }

  private void write(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    program.memory().write(room, bytes, 0, bytes.length);
  }
}
