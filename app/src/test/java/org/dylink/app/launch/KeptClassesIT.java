package org.dylink.app.launch;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.dylink.app.launch.BundleIndex.Group;
import org.dylink.engine.jvm.AheadOfTime;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compiled classes in the cache folder and in bundles, seen by what is written to the folder. */
final class KeptClassesIT {
  private static final String EXIT = "wasi_snapshot_preview1.proc_exit";

  @TempDir private Path folder;
  @TempDir private Path cache;

  private final WasmModule library =
      module("libtwice.so")
          .dylink(dylink())
          .exportedFunction("twice", "(i32) -> i32", code().localGet(0).localGet(0).i32Add())
          .build();

  @BeforeEach
  void writeMain() throws IOException {
    WasmModule main =
        module("app.wasm")
            .dylink(dylink().needed("libtwice.so"))
            .importMemory("env", "memory", 0)
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .importFunction("env", "twice", "(i32) -> i32")
            .exportedFunction(
                "_start", "() -> ()", code().i32Const(21).call("env.twice").call(EXIT))
            .build();
    Files.write(folder.resolve("app.wasm"), main.bytes().toArray());
  }

  private EmbeddedFramework start() throws LaunchException, IOException {
    return EmbeddedFramework.start(
        Storage.temporary(),
        EnumSet.of(Group.ALWAYS),
        Map.of(EmbeddedFramework.CACHE, cache.toString()));
  }

  private void run(EmbeddedFramework framework) throws LaunchException {
    RecordedCall call = RecordedCall.of(folder, "run", "--engine", "jvm", "-L", ".", "app.wasm");
    assertEquals(42, framework.call(call.launch()), call.err());
  }

  /** The modules of which something has been compiled, and the types. */
  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> name.contains("-")) // not the key that seals them
          .map(name -> name.substring(0, name.indexOf('-')))
          .sorted()
          .toList();
    }
  }

  private Set<Object> fileKeys() throws IOException {
    Set<Object> keys = new HashSet<>();
    try (Stream<Path> files = Files.list(cache)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        keys.add(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
      }
    }
    return keys;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where files have no keys
  void aSecondFrameworkWritesNothing() throws Exception {
    Files.write(folder.resolve("libtwice.so"), library.bytes().toArray());
    try (EmbeddedFramework first = start()) {
      run(first);
    }
    assertEquals(List.of("app.wasm", "libtwice.so", "types"), kept());
    Set<Object> files = fileKeys();
    try (EmbeddedFramework second = start()) {
      run(second);
    }
    // What is written is a file of its own, moved into place.
    assertEquals(files, fileKeys());
  }

  @Test
  void aBundleWithClassesRunsWithoutCompiling() throws Exception {
    try (EmbeddedFramework framework = start()) {
      install(framework, bundle(AheadOfTime.compile(library)));
      run(framework);
    }
    assertEquals(List.of("app.wasm", "types"), kept());
  }

  @Test
  void aBundleWithUnfitClassesRunsAllTheSame() throws Exception {
    try (EmbeddedFramework framework = start()) {
      install(framework, bundle(new byte[] {1, 2, 3}));
      run(framework);
    }
    assertEquals(List.of("app.wasm", "libtwice.so", "types"), kept());
  }

  private static void install(EmbeddedFramework framework, byte[] bundle) throws Exception {
    framework.context().installBundle("twice", new ByteArrayInputStream(bundle)).start();
  }

  private byte[] bundle(byte[] classes) throws Exception {
    LibraryHeaders headers = new LibraryHeaders().add(library, "1.0.0", "lib/libtwice.so");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "twice");
    main.putValue("Provide-Capability", String.join(",", headers.capabilities()));
    main.putValue("Require-Capability", String.join(",", headers.requirements()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      put(jar, "lib/libtwice.so", library.bytes().toArray());
      put(jar, "lib/libtwice.so" + AheadOfTime.SUFFIX, classes);
    }
    return bytes.toByteArray();
  }

  private static void put(JarOutputStream jar, String path, byte[] contents) throws IOException {
    jar.putNextEntry(new JarEntry(path));
    jar.write(contents);
    jar.closeEntry();
  }
}
