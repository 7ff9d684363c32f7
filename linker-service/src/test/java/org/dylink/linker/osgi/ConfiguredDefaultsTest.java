package org.dylink.linker.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.LinkDefaults;
import org.dylink.linker.OnWithdraw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredDefaultsTest {
  @TempDir Path folder;

  @Test
  void nothingConfiguredIsNoLimit() {
    assertEquals(LinkDefaults.NONE, ConfiguredDefaults.read(Map.of(), all()));
  }

  @Test
  void everyPropertyIsRead() {
    assertEquals(
        new LinkDefaults(
            65_536,
            100,
            5,
            Optional.of(Duration.ofMillis(2_500)),
            4_096,
            Optional.of("endive-interpreter"),
            OnWithdraw.KEEP,
            Map.of("/data", folder)),
        all());
  }

  @Test
  void whatIsMalformedStaysAsItWas() {
    LinkDefaults before = all();
    Map<String, String> malformed =
        Map.of(
            "maxMemory", "-1",
            "maxSlots", "0",
            "maxThreads", "100001",
            "timeout", "soon",
            "stackSize", "1.5",
            "engine", "endive-interpreter",
            "onWithdraw", "MAYBE",
            "folders", "/data");

    assertEquals(before, ConfiguredDefaults.read(malformed, before));
    assertEquals(
        Optional.of("endive-interpreter"),
        ConfiguredDefaults.read(malformed, LinkDefaults.NONE).engine());
  }

  private LinkDefaults all() {
    Map<String, Object> properties =
        Map.of(
            "maxMemory",
            65_536L,
            "maxSlots",
            "100",
            "maxThreads",
            "5",
            "timeout",
            2.5,
            "stackSize",
            4_096,
            "engine",
            "endive-interpreter",
            "onWithdraw",
            "KEEP",
            "folders",
            new String[] {folder + "::/data"});
    return ConfiguredDefaults.read(properties, LinkDefaults.NONE);
  }
}
