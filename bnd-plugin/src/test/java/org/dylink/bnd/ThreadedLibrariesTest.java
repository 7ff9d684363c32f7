package org.dylink.bnd;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.util.List;
import java.util.jar.Attributes;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Libraries for programs with threads. */
class ThreadedLibrariesTest {
  private static final String EXTENDER =
      "osgi.extender;filter:=\"(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))\"";

  private final Builder builder = new Builder();
  private final Jar content = new Jar("content");

  @BeforeEach
  void setUp() throws Exception {
    builder.setProperty("-plugin.dylink", LibraryAnalyzer.class.getName());
    builder.setProperty("-resourceonly", "true");
    builder.setJar(content);
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  @Test
  void requiresTheVersionOfTheKindThatTheLibraryIs() throws Exception {
    builder.addClasspath(
        Providers.of(
            "wasm.library;wasm.library=libz.so;version:Version=\"1.2.13\";threads=false"
                + ",wasm.library;wasm.library=libz.so;version:Version=\"7.1\";threads=true"));
    put("libfoo.so", threaded("libfoo.so", "libz.so"));
    assertEquals(
        "wasm.library;filter:=\"(&(wasm.library=libz.so)"
            + "(version>=7.1.0)(!(version>=8.0.0))(!(threads=false))(!(target=wasm64-*)))\","
            + EXTENDER,
        build().getValue("Require-Capability"));
    assertClean();
  }

  @Test
  void warnsWhereTheBuildPathHasTheOtherKindAlone() throws Exception {
    builder.addClasspath(
        Providers.of("wasm.library;wasm.library=libz.so;version:Version=\"1.2.13\";threads=false"));
    put("lib/libfoo.so", threaded("libfoo.so", "libz.so"));
    assertEquals(
        "wasm.library;filter:=\"(&(wasm.library=libz.so)(!(threads=false))(!(target=wasm64-*)))\","
            + EXTENDER,
        build().getValue("Require-Capability"));
    assertEquals(
        List.of(
            "lib/libfoo.so: is built for threads (-pthread), and needs libz.so, which on the build"
                + " path is built without threads (-pthread)"),
        builder.getWarnings());
  }

  @Test
  void warnsOfThreadLocalDataThatOtherThreadsCouldNotGet() throws Exception {
    ModuleBuilder library =
        threaded("libfoo.so", dylink().exportInfo("counter", TLS))
            .global("__tls_base", I32, true, code().i32Const(0))
            .exportGlobal("__tls_base", "__tls_base");
    put("lib/libfoo.so", library);
    build();
    assertEquals(
        List.of(
            "lib/libfoo.so: has thread-local data (symbol counter), but does not export"
                + " __wasm_init_tls, __tls_size, __tls_align: link it with"
                + " -Wl,--export-if-defined=__wasm_init_tls,--export-if-defined=__tls_size"
                + ",--export-if-defined=__tls_align"),
        builder.getWarnings());
    assertEquals(List.of(), builder.getErrors());
  }

  private static ModuleBuilder threaded(String name, String... needed) {
    return threaded(name, dylink().needed(needed));
  }

  private static ModuleBuilder threaded(String name, DylinkBuilder section) {
    return module(name)
        .dylink(section)
        .importSharedMemory("env", "memory", 1, 2)
        .exportedFunction("f", "() -> ()", code());
  }

  private void put(String path, ModuleBuilder library) {
    content.putResource(path, new EmbeddedResource(library.toArray(), 0));
  }

  private Attributes build() throws Exception {
    return builder.build().getManifest().getMainAttributes();
  }

  private void assertClean() {
    assertEquals(List.of(), builder.getErrors());
    assertEquals(List.of(), builder.getWarnings());
  }
}
