package org.dylink.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.app.options.ArgumentsParser;
import org.dylink.app.options.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineCodeTest {
  private static final Runtime.Version OLD = Runtime.Version.parse("17.0.15");
  private static final Runtime.Version NEW = Runtime.Version.parse("25");
  private static final String ASKED = "run --engine native main.wasm";

  @TempDir private Path cache;

  @Test
  void isRunWhereTheCommandLineAsksForIt() throws UsageException {
    assertTrue(of(ASKED, NEW).isWanted());
    assertFalse(of("run main.wasm", NEW).isWanted());
    assertFalse(of("run --engine jvm main.wasm", NEW).isWanted());
  }

  @Test
  void isRunWhereSomeIsKept() throws UsageException, IOException {
    Files.createDirectory(cache.resolve("native"));
    assertTrue(of("run main.wasm", NEW).isWanted());
    assertTrue(of("shell", NEW).isWanted());
    assertTrue(of("why main.wasm", NEW).isWanted());
    assertFalse(of("run --engine jvm main.wasm", NEW).isWanted());
    assertFalse(of("ldd main.wasm", NEW).isWanted());
    assertFalse(of("run main.wasm", OLD).isWanted());
  }

  @Test
  void whoAsksForItWaitsForItsCode() throws UsageException {
    assertEquals("first", of(ASKED, NEW).properties().get("dylink.native.compile"));
    assertEquals("never", of("run main.wasm", NEW).properties().get("dylink.native.compile"));
    assertEquals("background", of("shell", NEW).properties().get("dylink.native.compile"));
  }

  @Test
  void saysWhyItIsNotThere() throws UsageException {
    assertEquals(
        Optional.of("engine native needs Java 22 or later: this is 17.0.15"),
        of(ASKED, OLD).refusal());
    assertFalse(of(ASKED, OLD).isWanted());
    MachineCode unkept =
        new MachineCode(
            ArgumentsParser.parse(List.of(ASKED.split(" ")), cache), "none", cache, NEW);
    assertEquals(
        Optional.of("engine native has no folder for its code: DYLINK_CACHE says none"),
        unkept.refusal());
    assertFalse(unkept.isWanted());
    assertEquals(Optional.empty(), of("run main.wasm", OLD).refusal());
    assertEquals(
        Optional.of("engine native needs Java 22 or later: this is 17.0.15"),
        of("why main.wasm", OLD).refusal());
  }

  @Test
  void looksForTheCompilerBesideTheJarUnlessToldWhere() {
    assertEquals(cache, MachineCode.compiler(Map.of("DYLINK_COMPILER", cache.toString())));
    assertEquals("compiler", MachineCode.compiler(Map.of()).getFileName().toString());
  }

  private MachineCode of(String line, Runtime.Version java) throws UsageException {
    return new MachineCode(
        ArgumentsParser.parse(List.of(line.split(" ")), cache), cache.toString(), cache, java);
  }
}
