package org.dylink.bnd;

import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the instruction makes where there is a linker, tells the artifact that brings one. */
class PrelinkInstructionTest {
  @Test
  void withoutALinkerTheBuildFails() throws Exception {
    try (Builder builder = new Builder()) {
      Jar content = new Jar("content");
      content.putResource("app.wasm", new EmbeddedResource(module("app.wasm").toArray(), 0));
      builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
      builder.setProperty("-resourceonly", "true");
      builder.setProperty("-wasm-prelink", "app.wasm");
      builder.setJar(content);
      builder.build();
      assertEquals(
          List.of(
              "-wasm-prelink: no linker: org.dylink.bnd.check has it, in the place of"
                  + " org.dylink.bnd"),
          builder.getErrors());
    }
  }
}
