package org.dylink.launcher.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.config.MalformedValueException;
import org.dylink.linker.config.Settings;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSettingsTest {
  private static final OutputStream OUT = OutputStream.nullOutputStream();

  private final List<Library> libraries =
      List.of(
          library("a.wasm", "3.0.0"), library("main.wasm", "2.0.0"), library("main.wasm", "1.4.0"));

  @TempDir Path folder;

  @Test
  void whatIsNotSaidIsLeftToTheLinker() throws MalformedValueException {
    ProgramSettings settings = of(Map.of());
    Library main = settings.choose(libraries).orElseThrow();
    LinkRequest request = settings.request(main, OUT, OUT);

    assertEquals("2.0.0", main.version());
    assertEquals(List.of("main.wasm"), request.arguments());
    assertEquals(Map.of(), request.environment());
    assertEquals(Map.of(), request.folders());
    assertEquals(List.of(), request.preloads());
    assertEquals(LinkRequest.WHOLE_MEMORY, request.maxMemory());
    assertEquals(LinkRequest.DEFAULT_MAX_SLOTS, request.maxSlots());
    assertEquals(LinkRequest.DEFAULT_STACK_SIZE, request.stackSize());
    assertEquals(Optional.empty(), request.timeout());
    assertEquals(Optional.empty(), request.engine());
    assertEquals(OnWithdraw.END, request.onWithdraw());
    assertEquals(Optional.empty(), settings.restarts().after(true, Duration.ZERO));
  }

  @Test
  void everythingCanBeSaid() throws MalformedValueException {
    ProgramSettings settings =
        of(
            Map.ofEntries(
                Map.entry("arguments", new String[] {"-v", "a b"}),
                Map.entry("environment", List.of("LANG=C")),
                Map.entry("folders", folder + "::/data"),
                Map.entry("preloads", "libtrace.so"),
                Map.entry("maxMemory", 65_536),
                Map.entry("maxSlots", "100"),
                Map.entry("stackSize", 4_096L),
                Map.entry("timeout", 1.5),
                Map.entry("engine", "endive-interpreter"),
                Map.entry("onWithdraw", "keep"),
                Map.entry("restart", "on-failure"),
                Map.entry("restartDelay", "0.25"),
                Map.entry("maxRestarts", 1)));
    LinkRequest request = settings.request(libraries.get(1), OUT, OUT);

    assertEquals(List.of("main.wasm", "-v", "a b"), request.arguments());
    assertEquals(Map.of("LANG", "C"), request.environment());
    assertEquals(Map.of("/data", folder), request.folders());
    assertEquals(List.of("libtrace.so"), request.preloads());
    assertEquals(65_536, request.maxMemory());
    assertEquals(100, request.maxSlots());
    assertEquals(4_096, request.stackSize());
    assertEquals(Optional.of(Duration.ofMillis(1_500)), request.timeout());
    assertEquals(Optional.of("endive-interpreter"), request.engine());
    assertEquals(OnWithdraw.KEEP, request.onWithdraw());
    assertEquals(
        Optional.of(Duration.ofMillis(250)), settings.restarts().after(true, Duration.ZERO));
    assertEquals(Optional.empty(), settings.restarts().after(true, Duration.ZERO));
  }

  @Test
  void theVersionMayBeARange() throws MalformedValueException {
    Optional<Library> chosen = of(Map.of("version", "[1,2)")).choose(libraries);

    assertEquals(Optional.of("1.4.0"), chosen.map(Library::version));
    assertEquals(Optional.empty(), of(Map.of("version", "3")).choose(libraries));
  }

  @Test
  void aValueThatIsNoGoodIsNamed() {
    assertMalformed(Map.of("main", ""), "main: expected a library's name, found nothing");
    assertMalformed(
        Map.of("version", "[1,2"), "version: expected a range such as [1.2,2), found [1,2");
    assertMalformed(
        Map.of("restart", "sometimes"),
        "restart: expected one of [NEVER, ON_FAILURE, ALWAYS], found sometimes");
    assertMalformed(
        Map.of("maxRestarts", -1), "maxRestarts: expected 0 to 2147483647 restarts, found -1");
  }

  private static void assertMalformed(Map<String, Object> properties, String message) {
    MalformedValueException failure =
        assertThrows(MalformedValueException.class, () -> of(properties));
    assertEquals("org.dylink.program~test: " + message, failure.getMessage());
  }

  private static ProgramSettings of(Map<String, Object> properties) throws MalformedValueException {
    Map<String, Object> all = new HashMap<>(Map.of("main", "main.wasm"));
    all.putAll(properties);
    return ProgramSettings.of(new Settings("org.dylink.program~test", all));
  }

  private static Library library(String name, String version) {
    WasmModule module = ModuleBuilder.module(name).build();
    return new Library() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String version() {
        return version;
      }

      @Override
      public String origin() {
        return "test 1.0.0";
      }

      @Override
      public WasmModule module() {
        return module;
      }
    };
  }
}
