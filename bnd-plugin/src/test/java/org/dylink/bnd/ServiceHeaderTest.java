package org.dylink.bnd;

import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceBuilder;
import aQute.bnd.osgi.resource.ResourceUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.dylink.testing.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces with {@code @WasmLibrary} become the header Wasm-Service, and a requirement. */
class ServiceHeaderTest {
  private static final String EXTENDER =
      "osgi.extender;filter:=\"(&(osgi.extender=dylink.binding)(version>=1.0.0)(!(version>=2.0.0)))\"";

  @TempDir Path folder;

  private final Builder builder = new Builder();
  private Sources sources;

  @BeforeEach
  void configure() throws Exception {
    sources = new Sources(folder).addAnnotation();
    builder.setProperty("-plugin.dylink", "org.dylink.bnd.LibraryAnalyzer");
    builder.setProperty("-includepackage", "com.acme");
    builder.setProperty("-pedantic", "true");
    builder.setProperty("Bundle-SymbolicName", "test");
    builder.setProperty("Bundle-Version", "1.0.0");
  }

  @AfterEach
  void close() throws Exception {
    builder.close();
  }

  @Test
  void anInterfaceIsAService() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    type("Other", "", "interface");
    Attributes manifest = build();
    assertEquals("com.acme.Zlib;library=\"libz.so\"", manifest.getValue("Wasm-Service"));
    assertEquals(
        "wasm.library;filter:=\"(wasm.library=libz.so)\"," + EXTENDER, requirements(manifest));
    assertClean();
  }

  @Test
  void theAnnotationsVersionsAreThoseOfTheRequirement() throws Exception {
    type(
        "Zlib",
        "@org.dylink.binding.WasmLibrary(value = \"libz.so\", version = \"[1.2,2)\")",
        "interface");
    Attributes manifest = build();
    assertEquals(
        "com.acme.Zlib;library=\"libz.so\";version=\"[1.2,2)\"", manifest.getValue("Wasm-Service"));
    assertEquals(
        "wasm.library;filter:=\"(&(wasm.library=libz.so)(&(version>=1.2.0)(!(version>=2.0.0))))\","
            + EXTENDER,
        requirements(manifest));
    assertClean();
  }

  @Test
  void aLibraryOnTheBuildPathTellsTheVersionsThatWillDo() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    try (Jar provider = new Jar("provider")) {
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
      manifest
          .getMainAttributes()
          .putValue(
              "Provide-Capability", "wasm.library;wasm.library=libz.so;version:Version=1.2.13");
      provider.setManifest(manifest);
      builder.addClasspath(provider);
      assertEquals(
          "wasm.library;filter:=\"(&(wasm.library=libz.so)(version>=1.2.0)(!(version>=2.0.0)))\","
              + EXTENDER,
          requirements(build()));
    }
    assertClean();
  }

  @Test
  void whatTheBundleHasItselfIsNotRequired() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    byte[] library =
        module("libz.so")
            .dylink(dylink())
            .exportedFunction("f", "() -> i32", Code.code().i32Const(0))
            .build()
            .bytes()
            .toArray();
    Jar content = new Jar("content");
    content.putResource("lib/libz.so", new EmbeddedResource(library, 0));
    builder.setJar(content);
    assertEquals(
        "osgi.extender;filter:=\"(&(osgi.extender=dylink)(version>=1.0.0)(!(version>=2.0.0)))\","
            + EXTENDER,
        requirements(build()));
    assertClean();
  }

  @Test
  void theInstructionGivesPropertiesAndLeavesOut() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    type("Hidden", "@org.dylink.binding.WasmLibrary(\"libhidden.so\")", "interface");
    builder.setProperty("-wasm-service", "!*Hidden, com.acme.*;service.ranking:Integer=5");
    Attributes manifest = build();
    assertEquals(
        "com.acme.Zlib;service.ranking:Integer=5;library=\"libz.so\"",
        manifest.getValue("Wasm-Service"));
    assertEquals(
        "wasm.library;filter:=\"(wasm.library=libz.so)\"," + EXTENDER, requirements(manifest));
    assertClean();
  }

  @Test
  void whatTheBndFileSaysComesFirst() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    builder.setProperty("Wasm-Service", "org.api.Png;library=libpng.so,com.acme.Zlib;colour=blue");
    assertEquals(
        "org.api.Png;library=\"libpng.so\",com.acme.Zlib;colour=blue;library=\"libz.so\"",
        build().getValue("Wasm-Service"));
    assertClean();
  }

  /** Without that, nothing would resolve that has a reference to it. */
  @Test
  void theServiceIsACapabilityForResolvers() throws Exception {
    type("Zlib", "@org.dylink.binding.WasmLibrary(\"libz.so\")", "interface");
    String written = "osgi.service;objectClass:List<String>=\"org.api.Png\";colour=blue";
    builder.setProperty("Provide-Capability", written);
    builder.setProperty("Wasm-Service", "org.api.Png;library=libpng.so");
    Attributes manifest = build();
    assertEquals(
        written + ",osgi.service;objectClass:List<String>=\"com.acme.Zlib\";uses:=\"com.acme\"",
        manifest.getValue("Provide-Capability"));
    ResourceBuilder bundle = new ResourceBuilder();
    bundle.addManifest(Domain.domain(manifest));
    CapReqBuilder asked = new CapReqBuilder("osgi.service");
    asked.addDirective("filter", "(objectClass=com.acme.Zlib)");
    assertTrue(ResourceUtils.matches(asked.buildSyntheticRequirement(), bundle.build()));
    assertClean();
  }

  @Test
  void mistakesAreTold() throws Exception {
    type(
        "Zlib",
        "@org.dylink.binding.WasmLibrary(value = \"libz.so\", version = \"1.x\")",
        "interface");
    builder.setProperty("Wasm-Service", "org.api.Png;colour=blue");
    builder.setProperty("-wasm-service", "com.acme.Zlip");
    build();
    assertEquals(
        List.of(
            "Wasm-Service: org.api.Png names no library and has no @WasmLibrary",
            "Wasm-Service: com.acme.Zlib: version: expected a range, found 1.x"),
        builder.getErrors());
    assertEquals(
        List.of("-wasm-service: com.acme.Zlip matches no interface with @WasmLibrary"),
        builder.getWarnings());
  }

  @Test
  void aBundleWithoutSuchInterfacesIsLeftAlone() throws Exception {
    type("Other", "", "interface");
    Attributes manifest = build();
    assertNull(manifest.getValue("Wasm-Service"));
    assertEquals("", requirements(manifest));
    assertClean();
  }

  private void type(String name, String annotation, String kind) throws IOException {
    sources.add("com.acme", name, annotation + " public " + kind + " " + name + " {}");
  }

  private Attributes build() throws Exception {
    builder.addClasspath(sources.classes().toFile());
    return builder.build().getManifest().getMainAttributes();
  }

  /** Without that of the Java version. */
  private static String requirements(Attributes manifest) {
    String all = manifest.getValue("Require-Capability");
    return all == null ? "" : all.replaceAll(",?osgi\\.ee;.*?\\)\\)\"", "");
  }

  private void assertClean() {
    assertEquals(List.of(), builder.getErrors());
    assertEquals(List.of(), builder.getWarnings());
  }
}
