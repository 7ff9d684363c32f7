package org.dylink.linker.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Program;
import org.dylink.linker.embed.PrelinkTest.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mains that are read from files, with an image beside them. */
class ImageBesideTest {
  @TempDir Path folder;
  private final Probe probe = new Probe();

  private Dylink linker() throws Exception {
    return Dylink.builder().host(probe).library(PrelinkTest.library(PrelinkTest.adder())).build();
  }

  private static LinkRequest request(Library main) {
    return LinkRequest.builder(main).engine("jvm").build();
  }

  private Path main(String name) throws Exception {
    byte[] bytes = PrelinkTest.program().build().bytes().toArray();
    return Files.write(folder.resolve(name), bytes);
  }

  private int call(Path main) throws Exception {
    try (Dylink dylink = linker();
        Program program = dylink.link(request(dylink.read(main)))) {
      return (int) program.call("call", 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"main.wasm", "a b%41+.wasm", "main"})
  void programsBeginInIt(String name) throws Exception {
    Path main = main(name);
    try (Dylink dylink = linker()) {
      byte[] image = dylink.prelink(request(dylink.read(main)));
      Files.write(folder.resolve(name + ".image"), image);
    }
    assertEquals(42, call(main));
    assertEquals(1, probe.calls);
    Files.delete(folder.resolve(name + ".image"));
    assertEquals(42, call(main));
    assertEquals(2, probe.calls);
  }

  @Test
  void whatIsNoFileIsNone() throws Exception {
    Path main = main("main.wasm");
    Files.createDirectory(folder.resolve("main.wasm.image"));
    assertEquals(42, call(main));
    assertEquals(1, probe.calls);
  }
}
