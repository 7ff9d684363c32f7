package org.dylink.bnd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.resource.ResourceUtils;
import aQute.bnd.repository.fileset.FileSetRepository;
import biz.aQute.resolve.Bndrun;
import biz.aQute.resolve.RunResolution;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.resolver.ResolutionException;

/**
 * bnd's resolver assembles what a component needs that refers to a C library's interface: the
 * bundle that offers it, the library and the extender.
 */
class ResolveServiceTest {
  private static final String COMPONENT =
      "import org.osgi.service.component.annotations.*; @Component public class Packer {"
          + " @Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) com.acme.Zlib zlib; }";

  @TempDir Path folder;

  private final List<File> bundles = new ArrayList<>();
  private Sources sources;

  @BeforeEach
  void build() throws Exception {
    sources = new Sources(folder).addAnnotation();
    sources.add(
        "com.acme",
        "Zlib",
        "@org.dylink.binding.WasmLibrary(\"libz.so\") public interface Zlib {}");
    sources.add("com.acme.packer", "Packer", COMPONENT);
    bundle("packer", "-includepackage", "com.acme.packer");
    bundle(
        "api", "-exportcontents", "com.acme", "-includepackage", "com.acme", "-wasm-service", "!*");
    bundle("libz", "Provide-Capability", "wasm.library;wasm.library=libz.so");
    bundle(
        "binding",
        "-includepackage",
        "org.dylink.binding",
        "-exportcontents",
        "org.dylink.binding",
        "Provide-Capability",
        "osgi.extender;osgi.extender=dylink.binding;version:Version=1.0.0");
    bundle(
        "scr",
        "Provide-Capability",
        "osgi.extender;osgi.extender=osgi.component;version:Version=1.5.0");
  }

  @Test
  void aReferenceBringsWhoOffersTheInterfaceAndTheLibraryAndTheExtender() throws Exception {
    bundle(
        "zlib",
        "-resourceonly",
        "true",
        "Import-Package",
        "com.acme",
        "Wasm-Service",
        "com.acme.Zlib;library=libz.so");
    assertEquals(List.of("api", "binding", "libz", "packer", "scr", "zlib"), resolve());
  }

  @Test
  void anInterfaceThatNobodyOffersIsMissing() {
    ResolutionException failure = assertThrows(ResolutionException.class, this::resolve);
    assertEquals(
        "Unable to resolve packer version=1.0.0: missing requirement"
            + " osgi.service;effective:=active;filter:='(objectClass=com.acme.Zlib)'",
        failure.getCause().getCause().getMessage());
  }

  /** Builds a bundle with our plugin, and so with the one that bnd has for components. */
  private void bundle(String name, String... properties) throws Exception {
    try (Builder builder = new Builder()) {
      builder.addClasspath(sources.classes().toFile());
      builder.addClasspath(
          new File(Component.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      builder.setProperty("-plugin.dylink", LibraryAnalyzer.class.getName());
      builder.setProperty("Bundle-SymbolicName", name);
      builder.setProperty("Bundle-Version", "1.0.0");
      for (int i = 0; i < properties.length; i += 2) {
        builder.setProperty(properties[i], properties[i + 1]);
      }
      Jar jar = builder.build();
      assertEquals(List.of(), builder.getErrors());
      File file = folder.resolve(name + ".jar").toFile();
      jar.write(file);
      bundles.add(file);
    }
  }

  /** The names of the bundles that a deployment of packer needs. */
  private List<String> resolve() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("packer.bndrun"),
            """
            -standalone:
            -runee: JavaSE-17
            -resolve.effective: active
            -runrequires: bnd.identity;id=packer
            """);
    try (Bndrun run = Bndrun.createBndrun(null, file.toFile())) {
      run.addBasicPlugin(new FileSetRepository("bundles", bundles));
      RunResolution resolution = run.resolve();
      if (!resolution.isOK()) {
        throw resolution.exception;
      }
      return resolution.getOrderedResources().stream()
          .map(ResourceUtils::getIdentityCapability)
          .map(ResourceUtils.IdentityCapability::osgi_identity)
          .sorted()
          .toList();
    }
  }
}
