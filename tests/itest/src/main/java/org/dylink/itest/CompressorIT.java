package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example compressor: a component that has a C library by a reference. */
@FrameworkTest
class CompressorIT {
  private static final String COMPRESSOR = "org.dylink.example.compressor.Compressor";

  @InjectBundleContext BundleContext context;
  @InjectService CommandProcessor processor;
  @InjectService Linker linker;
  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    Examples.start(context, "compressor");
  }

  @Test
  void aFileIsCompressed() throws Exception {
    Path file = Files.write(folder.resolve("zeroes"), new byte[100_000]);
    try (ShellSession shell = new ShellSession(processor, folder)) {
      assertEquals(
          List.of(file + ".z: 100000 bytes, compressed 120"),
          shell.type("compressor:compress " + file));
    }
    byte[] compressed = Files.readAllBytes(folder.resolve("zeroes.z"));
    assertArrayEquals(
        new byte[100_000],
        new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes());
  }

  @Test
  void itComesAndGoesWithTheLibrary() throws Exception {
    Bundle zlib =
        Arrays.stream(context.getBundles())
            .filter(bundle -> "org.dylink.example.zlib".equals(bundle.getSymbolicName()))
            .findFirst()
            .orElseThrow();
    zlib.stop();
    try {
      assertNull(reference());
    } finally {
      zlib.start();
    }
    assertNotNull(reference());
  }

  @Test
  void itHasAProgramWhileSomebodyUsesIt() {
    assertEquals(List.of(), linker.programs());
    ServiceReference<?> reference = reference();
    assertNotNull(context.getService(reference));
    assertEquals(List.of("libz.so"), linker.programs().stream().map(Program::name).toList());
    context.ungetService(reference);
    assertEquals(List.of(), linker.programs());
  }

  private ServiceReference<?> reference() {
    return context.getServiceReference(COMPRESSOR);
  }
}
