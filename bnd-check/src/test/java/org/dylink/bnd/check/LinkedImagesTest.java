package org.dylink.bnd.check;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dylink.linker.Library;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.embed.Dylink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle is built by bnd with the plugin, as a build does it. */
final class LinkedImagesTest {
  private static final String MAIN = "bin/app.wasm";
  private static final byte[] LIBC =
      module("libc.so")
          .dylink(dylink())
          .exportedFunction("abs", "(i32) -> i32", code().localGet(0))
          .toArray();

  private final Builder builder = new Builder();
  private final Jar content = new Jar("content");
  private final Jar path = new Jar("path");

  @BeforeEach
  void configure() throws Exception {
    builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
    builder.setProperty("-resourceonly", "true");
    builder.setProperty("Bundle-SymbolicName", "test");
    builder.setProperty("-wasm-prelink", "app.wasm");
    put(content, MAIN, app().toArray());
    put(path, "lib/libc.so", LIBC);
    builder.setJar(content);
    builder.addClasspath(path);
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  private static ModuleBuilder bare() {
    return module("app.wasm")
        .dylink(dylink().memInfo(0, 0, 0, 0).needed("libc.so"))
        .importMemory("env", "memory", 1)
        .importFunction("env", "abs", "(i32) -> i32");
  }

  private static ModuleBuilder app() {
    return bare().exportedFunction("call", "(i32) -> i32", code().localGet(0).call("env.abs"));
  }

  private static void put(Jar jar, String path, byte[] bytes) {
    jar.putResource(path, new EmbeddedResource(bytes, 0));
  }

  /** What the linker makes of the same files. */
  private static byte[] linked(byte[] libc, UnaryOperator<LinkRequest.Builder> settings)
      throws Exception {
    try (Dylink dylink = Dylink.builder().library("libc.so", libc).build()) {
      Library main = Library.read("app.wasm", app().toArray());
      return dylink.prelink(settings.apply(LinkRequest.builder(main)).build());
    }
  }

  private byte[] image() throws Exception {
    Resource image = builder.build().getResource(MAIN + ".image");
    if (image == null) {
      return null;
    }
    try (InputStream in = image.openInputStream()) {
      return in.readAllBytes();
    }
  }

  @Test
  void anImageStandsBesideAMainThatAsksForOne() throws Exception {
    assertArrayEquals(linked(LIBC, request -> request), image());
    assertEquals(List.of(), builder.getErrors());
    assertEquals(List.of(), builder.getWarnings());
  }

  @Test
  void itIsOfTheLimitsThatTheClauseNames() throws Exception {
    builder.setProperty("-wasm-prelink", MAIN + ";stackSize=65536;maxMemory=4194304");
    assertArrayEquals(
        linked(LIBC, request -> request.stackSize(65_536).maxMemory(4_194_304)), image());
    assertEquals(List.of(), builder.getErrors());
  }

  @Test
  void theLibrariesOfTheBundleComeFirst() throws Exception {
    byte[] other =
        module("libc.so")
            .dylink(dylink())
            .exportedFunction("abs", "(i32) -> i32", code().i32Const(1))
            .toArray();
    put(content, "lib/libc.so", other);
    assertArrayEquals(linked(other, request -> request), image());
  }

  private void isRefused(String reason) throws Exception {
    assertNull(image());
    assertEquals(List.of("-wasm-prelink: " + MAIN + ": " + reason), builder.getErrors());
  }

  @Test
  void aLibraryThatIsNotAtHandFailsTheBuild() throws Exception {
    path.remove("lib/libc.so");
    isRefused("libc.so is neither in the bundle nor on the build path");
  }

  @Test
  void aProgramThatCannotBeCopiedFailsTheBuild() throws Exception {
    put(
        content,
        MAIN,
        bare()
            .importFunction("wasi_snapshot_preview1", "clock_time_get", "(i32, i64, i32) -> i32")
            .exportedFunction(
                "__wasm_call_ctors",
                "() -> ()",
                code()
                    .i32Const(0)
                    .i64Const(1)
                    .i32Const(0)
                    .call("wasi_snapshot_preview1.clock_time_get")
                    .drop())
            .toArray());
    isRefused(
        "app.wasm: cannot be prelinked: a constructor calls clock_time_get"
            + " of wasi_snapshot_preview1");
  }

  @Test
  void aConstructorThatTrapsFailsTheBuild() throws Exception {
    put(
        content,
        MAIN,
        app().exportedFunction("__wasm_call_ctors", "() -> ()", code().unreachable()).toArray());
    isRefused("app.wasm: constructors trapped: unreachable: unreachable instruction executed");
  }

  @Test
  void aLimitThatIsNoNumberFailsTheBuild() throws Exception {
    builder.setProperty("-wasm-prelink", "app.wasm;stackSize=64K");
    isRefused("stackSize: expected a number of bytes, found 64K");
  }

  @Test
  void aClauseForNoFileIsAWarning() throws Exception {
    builder.setProperty("-wasm-prelink", "ap.wasm");
    assertNull(image());
    assertEquals(List.of("-wasm-prelink: ap.wasm matches no library"), builder.getWarnings());
  }
}
