package org.dylink.linker;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;

class LinkRequestTest {
  private final Library main = TestLibrary.of(module("main.wasm"));

  @Test
  void grantsNothingUnlessAsked() throws IOException {
    LinkRequest request = LinkRequest.builder(main).build();

    assertEquals(List.of("main.wasm"), request.arguments());
    assertEquals(Map.of(), request.environment());
    assertEquals(Map.of(), request.folders());
    assertEquals(Map.of(), request.modules());
    assertEquals(List.of(), request.preloads());
    assertEquals(-1, request.stdin().read());
    assertEquals(1 << 20, request.stackSize());
    assertEquals(1L << 32, request.maxMemory());
    assertEquals(Optional.empty(), request.timeout());
    assertEquals(Optional.empty(), request.engine());
    assertFalse(request.bindNow());
  }

  @Test
  void argumentsFollowTheProgramsName() {
    LinkRequest request = LinkRequest.builder(main).arguments(List.of("-v", "x")).build();

    assertEquals(List.of("main.wasm", "-v", "x"), request.arguments());
  }

  @Test
  void sizesHaveARange() {
    LinkRequest.Builder builder = LinkRequest.builder(main);

    var stack = assertThrows(IllegalArgumentException.class, () -> builder.stackSize(0));
    var memory = assertThrows(IllegalArgumentException.class, () -> builder.maxMemory(1L << 33));

    assertEquals("stack size: expected 1 to 2147483647 bytes, found 0", stack.getMessage());
    assertEquals(
        "memory limit: expected 1 to 4294967296 bytes, found 8589934592", memory.getMessage());
  }
}
