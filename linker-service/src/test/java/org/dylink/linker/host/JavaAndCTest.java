package org.dylink.linker.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dylink.engine.Engine;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Errno;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostLibrary;
import org.dylink.engine.host.HostSymbol;
import org.dylink.linker.Library;
import org.dylink.linker.Program;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeWasi;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A C program (src/test/native/host) with libc.so, libdl.so and a library that is Java's. */
@EachEngine
@Timeout(120)
class JavaAndCTest {
  private static final Path HERE = Path.of("src/test/native/host");
  private static final Path LIBC = Path.of("../example-bundles/libc/src/main/resources/lib");
  private static final ModuleCache COMPILED = new ModuleCache();

  private final TestLink test;
  private final HostLibrary java = HostLibrary.of("libjava.so", new Functions());

  JavaAndCTest(Engine engine) {
    test = TestLink.with(engine).cache(COMPILED);
    test.libraries().add(Library.of(java));
    test.libraries().folder(HERE).folder(LIBC).folder(Path.of("src/main/resources/lib"));
    Library libc = test.libraries().get("libc.so");
    COMPILED.retain(libc.module());
    test.host(FakeWasi.serving(libc));
  }

  /** What libjava.h declares. */
  static final class Functions {
    @HostSymbol
    static int twice(int number) {
      return 2 * number;
    }

    @HostSymbol
    double half(double number) {
      return number / 2;
    }

    @HostSymbol
    int apply(Guest guest, int function, int number) throws Throwable {
      return (int) guest.function(function).handle().invokeExact(number);
    }

    @HostSymbol
    int compare(Guest guest, int one, int other) {
      return Integer.compare(guest.memory().readInt(one), guest.memory().readInt(other));
    }

    @HostSymbol("to_upper")
    void toUpper(Guest guest, int text) {
      byte[] upper =
          text(guest.memory(), text).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      guest.memory().write(text, upper, 0, upper.length);
    }

    @HostSymbol("open_file")
    @Errno(value = Errno.ENOENT, on = FileNotFoundException.class)
    int openFile(Guest guest, int name) throws FileNotFoundException {
      String file = text(guest.memory(), name);
      if (file.equals("/there")) {
        return 3;
      }
      throw new FileNotFoundException(file);
    }

    private static String text(Memory memory, int address) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int at = address; memory.readByte(at) != 0; at++) {
        bytes.write(memory.readByte(at));
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyWayToCall() throws Exception {
    try (Program program = test.link(test.libraries().get("javamain.wasm"))) {
      assertEquals(0, program.run());
    }
    assertEquals(
        """
        twice 42, half 2.50
        C called by Java: 49, Java called by Java: 14
        sorted by Java: 1 3 5 9
        WRITTEN BY C
        open: -1, No such file or directory
        dlsym: the same pointer, 8
        dladdr: twice in libjava.so
        dlsym of nothing: libjava.so: undefined symbol nothing: searched libjava.so
        dlclose: 0
        """,
        test.output());
  }

  @Test
  void theFileThatCWasLinkedWithIsThatOfTheLibrary() throws Exception {
    assertArrayEquals(Library.forToolchain(java), Files.readAllBytes(HERE.resolve("libjava.so")));
  }
}
