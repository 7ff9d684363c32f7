package org.dylink.linker;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.linker.testing.TestLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

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
    assertEquals(1_000, request.maxThreads());
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
  void aPolicyCannotChangeTheRequestThatItJudges() {
    LinkRequest request =
        LinkRequest.builder(main)
            .module("m", main)
            .environment("A", "1")
            .folder("/d", Path.of("d"))
            .preloads(List.of("p"))
            .pipe(StandardStream.STDIN)
            .build();

    for (Executable change :
        List.<Executable>of(
            () -> request.modules().clear(),
            () -> request.environment().put("B", "2"),
            () -> request.folders().clear(),
            () -> request.preloads().clear(),
            () -> request.arguments().add("x"),
            () -> request.pipes().clear())) {
      assertThrows(UnsupportedOperationException.class, change);
    }
  }

  @Test
  void whatABuilderIsToldLaterIsNotInTheRequest() {
    LinkRequest.Builder builder = LinkRequest.builder(main).environment("A", "1");
    LinkRequest request = builder.build();
    builder.environment("B", "2").module("m", main).folder("/d", Path.of("d")).bindNow(true);
    builder.pipe(StandardStream.STDIN).timeout(Duration.ofSeconds(1));

    assertEquals(Map.of("A", "1"), request.environment());
    assertEquals(Map.of(), request.modules());
    assertEquals(Map.of(), request.folders());
    assertEquals(Set.of(), request.pipes());
    assertEquals(Optional.empty(), request.timeout());
    assertFalse(request.bindNow());
    assertEquals(Map.of("A", "1", "B", "2"), builder.build().environment());
  }

  @Test
  void modulesAreInTheOrderInWhichTheyWereAdded() {
    LinkRequest.Builder builder = LinkRequest.builder(main);
    List<String> names = List.of("z", "a", "m", "b", "y");
    names.forEach(name -> builder.module(name, main));

    assertEquals(names, List.copyOf(builder.build().modules().keySet()));
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
