package org.dylink.format;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.testing.DylinkBuilder;
import org.junit.jupiter.api.Test;

/** What a file says is never obeyed by a terminal, however long it is. */
class PrintableTextTest {
  @Test
  void whatIsPrintableStaysAsItIs() {
    for (String text :
        new String[] {"", "libz.so.1", "h\u00e9llo \u4e16\u754c \ud83d\ude00", "a\\u001b"}) {
      assertSame(text, PrintableText.of(text));
    }
    assertNull(PrintableText.of(null));
  }

  @Test
  void whatATerminalObeysIsEscaped() {
    assertEquals("a\\u001b[31mb", PrintableText.of("a\u001b[31mb"));
    assertEquals("\\u0000\\u0007\\u0008\\u000d\\u000a\\u0009", PrintableText.of("\0\7\b\r\n\t"));
    assertEquals("\\u007f\\u0085\\u009b", PrintableText.of("\u007f\u0085\u009b"));
    assertEquals("\\u202egpj.exe\\u2066\\u200f", PrintableText.of("\u202egpj.exe\u2066\u200f"));
    assertEquals("\\u2028\\u2029\\ufeff", PrintableText.of("\u2028\u2029\ufeff"));
    assertEquals("\\ud83d \\ude00", PrintableText.of("\ud83d \ude00"));
  }

  @Test
  void linesStayWhereTheyAreOurs() {
    assertEquals("one\ntwo\\u001b", PrintableText.ofLines("one\ntwo\u001b"));
    assertEquals("one\ntwo\n", PrintableText.ofLines("one\ntwo\n"));
  }

  @Test
  void whatIsTooLongIsCut() {
    String cut = PrintableText.of("x".repeat(1_048_576));
    assertEquals("x".repeat(1_000) + "... (1048576 characters) ..." + "x".repeat(1_000), cut);
  }

  @Test
  void namesInMessagesAreEscaped() {
    MalformedModuleException malformed =
        assertThrows(
            MalformedModuleException.class,
            () -> WasmModule.read("a\u001b[2J.so", new byte[] {1, 2, 3, 4}));
    assertEquals(
        "a\\u001b[2J.so: not a WebAssembly module: starts with 01 02 03 04",
        malformed.getMessage());
    assertEquals("f\\u0007 (m\\u000a)", new GuestFrame("m\n", "f\7").toString());
    assertEquals("e\\u001b", new TrapException(TrapKind.OTHER, "e\u001b").getMessage());
  }

  @Test
  void aMillionNeededLibrariesAreRefused() {
    DylinkBuilder section = dylink();
    String[] names = new String[1_000_000];
    Arrays.fill(names, "l");
    byte[] file = module("x.so").dylink(section.needed(names)).toArray();

    MalformedModuleException refused =
        assertThrows(MalformedModuleException.class, () -> WasmModule.read("x.so", file));

    assertTrue(
        refused
            .getMessage()
            .matches(
                "x.so: dylink.0: needed: count: 1000000 names at offset 0x\\w+, at most 10000"),
        refused.getMessage());
  }

  @Test
  void aThousandFoldersToSearchAreRefused() {
    String[] folders = new String[1_000];
    Arrays.fill(folders, "f");
    byte[] file = module("x.so").dylink(dylink().runtimePath(folders)).toArray();

    MalformedModuleException refused =
        assertThrows(MalformedModuleException.class, () -> WasmModule.read("x.so", file));

    assertTrue(
        refused
            .getMessage()
            .matches(
                "x.so: dylink.0: runtime-path: count: 1000 names at offset 0x\\w+, at most 256"),
        refused.getMessage());
  }

  @Test
  void aDeviceWithoutAnEndIsRefusedByItsFirstBytes() {
    AtomicInteger given = new AtomicInteger();
    InputStream zeros =
        new InputStream() {
          @Override
          public int read() {
            given.incrementAndGet();
            return 0;
          }

          @Override
          public int read(byte[] target, int offset, int size) {
            given.addAndGet(size);
            return size;
          }
        };

    MalformedModuleException refused =
        assertThrows(MalformedModuleException.class, () -> WasmModule.read("zero", zeros));

    assertEquals("zero: not a WebAssembly module: starts with 00 00 00 00", refused.getMessage());
    assertEquals(8, given.get());
  }

  @Test
  void aStreamThatEndsOrFailsIsTold() {
    assertEquals(
        "x: not a WebAssembly module: the file is empty",
        assertThrows(
                MalformedModuleException.class,
                () -> WasmModule.read("x", new ByteArrayInputStream(new byte[0])))
            .getMessage());
  }

  @Test
  void aModuleOfAStreamIsThatOfItsBytes() throws IOException, MalformedModuleException {
    byte[] file = module("x.so").memory(1).toArray();
    assertEquals(
        WasmModule.read("x.so", file).digest(),
        WasmModule.read("x.so", new ByteArrayInputStream(file)).digest());
  }
}
