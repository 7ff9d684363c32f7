package org.dylink.linker.osgi;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.MalformedModuleException;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.osgi.Finding.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** BundleLibrary, and the registry that has them. */
class BundleLibraryTest {
  @TempDir private Path folder;

  @Test
  void isNamedByItsCapability() throws Exception {
    BundleLibrary library = library("libfoo.so", new Version(1, 2, 3));

    assertEquals("libfoo.so", library.name());
    assertEquals("1.2.3", library.version());
    assertEquals("test 1.0.0", library.origin());
    assertEquals(List.of("libc.so"), library.needed());
    assertEquals("libfoo.so 1.2.3 (test 1.0.0)", library.toString());
  }

  @Test
  void withoutAVersionItIsTheLowest() throws Exception {
    assertEquals("0.0.0", library("libfoo.so", null).version());
  }

  @Test
  void tellsWhatItHasBeenCompiledFor() {
    List<String> both = List.of("native-linux-x86_64", "native-linux-aarch64");

    assertEquals(both, compiled(Map.of("wasm.library", "libfoo.so", "compiled", both)));
    assertEquals(List.of("x"), compiled(Map.of("wasm.library", "libfoo.so", "compiled", "x")));
    assertEquals(List.of(), compiled(Map.of("wasm.library", "libfoo.so")));
  }

  private static List<String> compiled(Map<String, Object> attributes) {
    return BundleLibrary.compiledOf(Fakes.capability(attributes, null));
  }

  @Test
  void aMissingEntryIsToldWithBundleAndPath() {
    var capability =
        Fakes.capability(Map.of("wasm.library", "libfoo.so", "path", "lib/libfoo.so"), null);

    IOException thrown = assertThrows(IOException.class, () -> BundleLibrary.read(capability));

    assertEquals("libfoo.so: bundle test 1.0.0 has no entry lib/libfoo.so", thrown.getMessage());
  }

  // A framework whose entries are files would follow such a path to any file of the machine.
  @ParameterizedTest
  @ValueSource(
      strings = {"..", "../libfoo.so", "/../libfoo.so", "lib/../../libfoo.so", "./..//libfoo.so"})
  void aPathOutOfTheBundleIsRefused(String path) throws IOException {
    URL entry = Files.write(folder.resolve("x"), shared("x").toArray()).toUri().toURL();
    var capability = Fakes.capability(Map.of("wasm.library", "libfoo.so", "path", path), entry);

    IOException thrown = assertThrows(IOException.class, () -> BundleLibrary.read(capability));

    assertEquals("libfoo.so: path " + path + " leads out of its bundle", thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lib/libfoo.so", "lib/../libfoo.so", "./lib/..libfoo.so"})
  void aPathThatStaysInTheBundleIsFollowed(String path) throws Exception {
    URL entry = Files.write(folder.resolve("x"), shared("x").toArray()).toUri().toURL();
    var capability = Fakes.capability(Map.of("wasm.library", "libfoo.so", "path", path), entry);

    assertEquals(path, BundleLibrary.read(capability).path());
  }

  @Test
  void aFileThatIsNoModuleIsToldByItsName() throws IOException {
    URL entry = Files.writeString(folder.resolve("text"), "hello, world").toUri().toURL();
    var capability = Fakes.capability(Map.of("wasm.library", "libfoo.so", "path", "x"), entry);

    var thrown = assertThrows(MalformedModuleException.class, () -> BundleLibrary.read(capability));

    assertEquals(
        "libfoo.so: not a WebAssembly module: starts with 68 65 6c 6c (a text file)",
        thrown.getMessage());
  }

  @Test
  void aVersionThatIsNoneIsRefusedBeforeOthersAreComparedWithIt() {
    IOException thrown = assertThrows(IOException.class, () -> library("libfoo.so", "newest"));

    assertEquals("libfoo.so: not an OSGi version: newest", thrown.getMessage());
  }

  @Test
  void theRegistrySortsByNameThenHighestVersion() throws Exception {
    LibraryRegistry registry = new LibraryRegistry(new ModuleCache());
    BundleLibrary old = library("libfoo.so", new Version(1, 9, 0));
    BundleLibrary recent = library("libfoo.so", new Version(1, 10, 0));
    BundleLibrary other = library("liba.so", new Version(1, 0, 0));
    List.of(old, recent, other).forEach(library -> add(registry, library));
    registry.decide();

    assertEquals(List.of(other, recent, old), registry.available());
    assertEquals(Optional.of(recent), registry.highest("libfoo.so"));
    Bundle home = recent.capability().getRevision().getBundle();
    registry.withdraw(home, withdrawn -> assertSame(recent, withdrawn));
    assertEquals(Optional.of(old), registry.highest("libfoo.so"));
    assertEquals(Optional.<Library>empty(), registry.highest("libb.so"));
  }

  private static void add(LibraryRegistry registry, BundleLibrary library) {
    Bundle home = library.capability().getRevision().getBundle();
    Finding finding = new Finding(Standing.STARTED, home, library, List.of(), List.of());
    registry.apply(
        registry.entry(library.capability(), Optional.empty(), RequiredNames.NONE), finding, 0);
  }

  private BundleLibrary library(String name, Object version) throws Exception {
    byte[] bytes = shared(name, "libc.so").toArray();
    URL entry = Files.write(folder.resolve(name), bytes).toUri().toURL();
    Map<String, Object> attributes =
        version == null
            ? Map.of("wasm.library", name, "path", name)
            : Map.of("wasm.library", name, "path", name, "version", version);
    return BundleLibrary.read(Fakes.capability(attributes, entry));
  }
}
