package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.format.WasmModule;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Bundles that bnd has prelinked: the example hello, with the libc of another example. */
@FrameworkTest
class PrelinkedBundleIT {
  private static final String MAIN = "hello.wasm";
  private static final String PRINTED = "hello: 0 arguments\nhello: GREETING is not set\nexit=0\n";
  private static final int HEADER = 12; // its name and format; the digest of the rest follows
  private static final int DIGEST = 32;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  private WasmModule main;
  private byte[] image;

  @BeforeEach
  void read() throws Exception {
    main = WasmModule.read(MAIN, bytes("hello", "bin/hello.wasm"));
    image = bytes("hello", "bin/hello.wasm.image");
  }

  private byte[] bytes(String example, String path) throws IOException {
    Bundle bundle =
        Stream.of(context.getBundles())
            .filter(each -> each.getSymbolicName().equals("org.dylink.example." + example))
            .findFirst()
            .orElseThrow();
    URL entry = bundle.getEntry(path);
    if (entry == null) {
      throw new IOException(bundle + " has no " + path);
    }
    try (InputStream in = entry.openStream()) {
      return in.readAllBytes();
    }
  }

  /**
   * A bundle that comes before the example, with an image in which the program says other words.
   */
  private LibraryJar changed() throws Exception {
    String all = new String(image, StandardCharsets.ISO_8859_1);
    byte[] now = all.replace("arguments", "ARGUMENTS").getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(now, HEADER + DIGEST, now.length);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
    System.arraycopy(digest, 0, now, HEADER, DIGEST);
    return LibraryJar.named("changed")
        .library("bin", main, "2.0.0")
        .file("bin/hello.wasm.image", now);
  }

  @Test
  void itsProgramsBeginInTheImage() throws Exception {
    assertEquals(PRINTED, Programs.run(linker, MAIN));
    changed().start(context);
    assertEquals(PRINTED.replace("arguments", "ARGUMENTS"), Programs.run(linker, MAIN));
  }

  /** The same code, in another file. */
  private static WasmModule other(WasmModule libc) throws Exception {
    byte[] bytes = libc.bytes().toArray();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 4);
    byte[] customSection = {0, 2, 1, 'x'};
    System.arraycopy(customSection, 0, longer, bytes.length, customSection.length);
    return WasmModule.read(libc.name(), longer);
  }

  @Test
  void withAnotherLibraryTheyBeginAsEver() throws Exception {
    WasmModule libc = WasmModule.read("libc.so", bytes("libc", "lib/libc.so"));
    WasmModule other = other(libc);
    LibraryJar.named("other").library(other, "99.0.0").start(context);
    changed().builtWith("libc.so", "99.0.0").start(context);
    try (LogLines log = new LogLines("org.dylink.linker.osgi.Programs")) {
      assertEquals(PRINTED, Programs.run(linker, MAIN));
      assertEquals(PRINTED, Programs.run(linker, MAIN));
      assertEquals(
          List.of(
              "INFO hello.wasm: image is ignored: it is for library libc.so "
                  + libc.digest()
                  + ", found libc.so "
                  + other.digest()),
          log.linesWithLevels());
    }
  }
}
