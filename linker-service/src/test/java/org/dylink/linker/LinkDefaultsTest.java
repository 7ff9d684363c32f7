package org.dylink.linker;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

class LinkDefaultsTest {
  private static final LinkDefaults SMALL =
      new LinkDefaults(
          65_536,
          100,
          5,
          Optional.of(Duration.ofSeconds(5)),
          4_096,
          Optional.of("some-engine"),
          OnWithdraw.KEEP,
          Map.of("/data", Path.of("/srv/data"), "/tmp", Path.of("/srv/tmp")));

  private final LinkRequest.Builder request =
      LinkRequest.builder(TestLibrary.of(module("main.wasm")));

  @Test
  void aRequestThatDoesNotSayGetsThem() {
    LinkRequest combined = request.build().with(SMALL);

    assertEquals(65_536, combined.maxMemory());
    assertEquals(100, combined.maxSlots());
    assertEquals(5, combined.maxThreads());
    assertEquals(Optional.of(Duration.ofSeconds(5)), combined.timeout());
    assertEquals(4_096, combined.stackSize());
    assertEquals(Optional.of("some-engine"), combined.engine());
    assertEquals(OnWithdraw.KEEP, combined.onWithdraw());
    assertEquals(SMALL.folders(), combined.folders());
  }

  @Test
  void aRequestMayAskForLess() {
    LinkRequest combined =
        request
            .maxMemory(1)
            .maxSlots(2)
            .maxThreads(3)
            .timeout(Duration.ofSeconds(3))
            .build()
            .with(SMALL);

    assertEquals(1, combined.maxMemory());
    assertEquals(2, combined.maxSlots());
    assertEquals(3, combined.maxThreads());
    assertEquals(Optional.of(Duration.ofSeconds(3)), combined.timeout());
  }

  @Test
  void aRequestMayNotAskForMore() {
    LinkRequest combined =
        request
            .maxMemory(LinkRequest.WHOLE_MEMORY)
            .maxSlots(101)
            .maxThreads(6)
            .timeout(Duration.ofDays(1))
            .build()
            .with(SMALL);

    assertEquals(65_536, combined.maxMemory());
    assertEquals(100, combined.maxSlots());
    assertEquals(5, combined.maxThreads());
    assertEquals(Optional.of(Duration.ofSeconds(5)), combined.timeout());
  }

  @Test
  void whatIsNoCeilingIsAsTheRequestSays() {
    LinkRequest combined =
        request
            .stackSize(1 << 20)
            .engine("another")
            .onWithdraw(OnWithdraw.END)
            .folder("/data", Path.of("/own"))
            .build()
            .with(SMALL);

    assertEquals(1 << 20, combined.stackSize());
    assertEquals(Optional.of("another"), combined.engine());
    assertEquals(OnWithdraw.END, combined.onWithdraw());
    assertEquals(Map.of("/data", Path.of("/own"), "/tmp", Path.of("/srv/tmp")), combined.folders());
  }

  @Test
  void theLastDefaultsCount() {
    assertEquals(1 << 20, request.build().with(SMALL).with(LinkDefaults.NONE).stackSize());
  }

  @Test
  void sizesHaveARange() {
    var slots =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new LinkDefaults(
                    1, 0, 1, Optional.empty(), 1, Optional.empty(), OnWithdraw.END, Map.of()));

    assertEquals("table limit: expected 1 to 10000000 slots, found 0", slots.getMessage());
  }
}
