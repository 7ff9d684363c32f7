package org.dylink.deployer;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedModulesTest {
  private static final WasmModule FOO = module("libfoo.so").dylink(dylink()).build();
  private static final Logger LOGGER = Logger.getLogger(DroppedModules.class.getName());

  private final DroppedModules modules = new DroppedModules();
  private final List<String> logged = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(message.getLevel() + " " + new SimpleFormatter().formatMessage(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOGGER.setUseParentHandlers(true);
    LOGGER.removeHandler(log);
  }

  @ParameterizedTest
  @CsvSource({
    "libfoo.so, true",
    "libfoo.so.1.2.3, true",
    "main.wasm, true",
    "libfoo.so.part, false",
    "org.acme.jar, false"
  })
  void knowsModulesByTheirNames(String file, boolean expected) {
    assertEquals(expected, modules.canHandle(folder.resolve(file).toFile()));
  }

  @Test
  void namesTheBundleByTheUrlOfTheFile() throws Exception {
    URL file = drop("my libfoo.so.1.2", FOO.bytes().toArray());
    URL bundle = modules.transform(file);
    assertEquals("wasm:" + file, bundle.toString());
    assertEquals(List.of(), logged);
    WasmModule named = WasmModule.read("my libfoo.so", FOO.bytes().toArray());
    try (InputStream in = bundle.openStream()) {
      assertArrayEquals(LibraryBundle.of(named, "1.2"), in.readAllBytes());
    }
  }

  @Test
  void saysWhichFileIsNoModule() throws Exception {
    URL elf = drop("libelf.so.1", new byte[] {0x7f, 'E', 'L', 'F', 2});
    URL empty = drop("empty.wasm", new byte[0]);
    URL cut = drop("libcut.so", new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 9});
    assertNull(modules.transform(elf));
    assertNull(modules.transform(empty));
    assertNull(modules.transform(cut));
    assertEquals(
        List.of(
            "SEVERE not deployed: wasm:"
                + elf
                + ": not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)",
            "SEVERE not deployed: wasm:" + empty + ": not a WebAssembly module: the file is empty",
            "SEVERE not deployed: wasm:"
                + cut
                + ": type section: ends early: 9 bytes at offset 0xa, 0 left"),
        logged);
  }

  private URL drop(String name, byte[] contents) throws Exception {
    return Files.write(folder.resolve(name), contents).toFile().toURI().toURL();
  }
}
