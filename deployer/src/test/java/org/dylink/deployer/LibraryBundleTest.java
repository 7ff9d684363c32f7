package org.dylink.deployer;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

class LibraryBundleTest {
  private static final WasmModule FOO =
      module("libfoo.so").dylink(dylink().needed("libbar.so", "libc.so")).build();

  @Test
  void describesTheLibraryAsTheBndPluginDoes() throws Exception {
    try (JarInputStream jar = open(LibraryBundle.of(FOO, "1.2.3"))) {
      String manifest =
          jar.getManifest().getMainAttributes().entrySet().stream()
              .map(header -> header.getKey() + ": " + header.getValue())
              .collect(Collectors.joining("\n"));
      assertEquals(
          """
          Manifest-Version: 1.0
          Bundle-ManifestVersion: 2
          Bundle-Name: libfoo.so
          Bundle-SymbolicName: wasm.libfoo.so
          Bundle-Version: 1.2.3
          Provide-Capability: wasm.library;wasm.library="libfoo.so";version:Version="1.2.3"\
          ;abi="dylink.0";target="wasm32-wasip1";path="lib/libfoo.so";digest="DIGEST"
          Require-Capability: wasm.library;filter:="(wasm.library=libbar.so)"\
          ,wasm.library;filter:="(wasm.library=libc.so)"\
          ,osgi.extender;filter:="(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))"\
          """
              .replace("DIGEST", FOO.digest()),
          manifest);
    }
  }

  @Test
  void holdsTheLibraryAndNothingElse() throws Exception {
    try (JarInputStream jar = open(LibraryBundle.of(FOO, "1.2.3"))) {
      ZipEntry only = jar.getNextEntry();
      assertEquals("lib/libfoo.so", only.getName());
      assertArrayEquals(FOO.bytes().toArray(), jar.readAllBytes());
      assertEquals(null, jar.getNextEntry());
    }
  }

  @Test
  void givesTheSameBytesForTheSameLibrary() throws Exception {
    assertArrayEquals(LibraryBundle.of(FOO, "1.2.3"), LibraryBundle.of(FOO, "1.2.3"));
  }

  @Test
  void makesSymbolicNamesOfLegalCharacters() throws Exception {
    assertEquals("wasm.hello-2_x.wasm", symbolicName("hello-2_x.wasm"));
    assertEquals("wasm.libstdc__.so-2e49813c", symbolicName("libstdc++.so"));
    assertEquals("wasm._._.so-3d39bd55", symbolicName("..é.so"));
    assertNotEquals(symbolicName("lib+.so"), symbolicName("lib*.so"));
  }

  @Test
  void tellsLibrariesForThreadsFromOthersOfTheirName() throws Exception {
    WasmModule threaded =
        module("libc.so").dylink(dylink()).importSharedMemory("env", "memory", 1, 2).build();
    try (JarInputStream jar = open(LibraryBundle.of(threaded, "1"))) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertEquals("wasm-threads.libc.so", main.getValue("Bundle-SymbolicName"));
      assertTrue(main.getValue("Provide-Capability").contains(";threads=\"true\";"));
    }
    assertEquals("wasm.libc.so", symbolicName("libc.so"));
  }

  @Test
  void tellsLibrariesForWasm64FromOthersOfTheirName() throws Exception {
    WasmModule wide =
        module("libc.so").dylink(dylink()).importWideMemory("env", "memory", 1).build();
    try (JarInputStream jar = open(LibraryBundle.of(wide, "1"))) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertEquals("wasm64.libc.so", main.getValue("Bundle-SymbolicName"));
      assertTrue(main.getValue("Provide-Capability").contains(";target=\"wasm64-unknown\""));
    }
  }

  @Test
  void refusesNamesThatWouldAddHeaders() {
    WasmModule hostile =
        module("libfoo.so").dylink(dylink().needed("x\r\nBundle-Activator: y")).build();
    MalformedModuleException refusal =
        assertThrows(MalformedModuleException.class, () -> LibraryBundle.of(hostile, "1"));
    assertEquals(
        "libfoo.so: needed library name: control character 0x0d at index 1", refusal.getMessage());
  }

  private static String symbolicName(String name) throws Exception {
    WasmModule library = module(name).build();
    try (JarInputStream jar = open(LibraryBundle.of(library, "1"))) {
      return jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
    }
  }

  private static JarInputStream open(byte[] bundle) throws IOException {
    return new JarInputStream(new ByteArrayInputStream(bundle));
  }
}
