package org.dylink.itest;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.tracker.ServiceTracker;

/** Every library of a started bundle is a service of that bundle, as long as it is started. */
@FrameworkTest
class LibraryBundlesIT {
  private static final WasmModule ANSWER = Modules.answering("libanswer.so", 42);

  // What the framework and we add to a capability's attributes.
  private static final Set<String> ADDED =
      Set.of(
          Constants.OBJECTCLASS,
          Constants.SERVICE_ID,
          Constants.SERVICE_BUNDLEID,
          Constants.SERVICE_SCOPE,
          Library.SYMBOLS);

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  @Test
  void eachCapabilityOfABundleIsAServiceWithItsAttributes() throws Exception {
    Bundle twolevel = service("twolevel.wasm").getBundle();
    assertEquals("org.dylink.example.twolevel", twolevel.getSymbolicName());
    List<BundleCapability> capabilities =
        twolevel.adapt(BundleWiring.class).getCapabilities(Library.NAMESPACE);
    assertEquals(3, capabilities.size());
    for (BundleCapability capability : capabilities) {
      ServiceReference<Library> service =
          service((String) capability.getAttributes().get(Library.NAMESPACE));
      assertSame(twolevel, service.getBundle());
      assertEquals(capability.getAttributes(), attributes(service));
    }
  }

  @Test
  void aServiceTellsWhatTheLibraryIs() throws Exception {
    ServiceReference<Library> service = service("libz.so");
    Library library = context.getService(service);
    assertSame(library, linker.library("libz.so").orElseThrow());
    assertEquals("libz.so", library.name());
    assertEquals("1.2.13", library.version());
    assertEquals("org.dylink.example.zlib 0.1.0.SNAPSHOT", library.origin());
    assertEquals(List.of("libc.so"), library.needed());
    assertEquals(library.module().digest(), service.getProperty("digest"));
    assertEquals("dylink.0", service.getProperty("abi"));
    assertEquals("wasm32-wasip1", service.getProperty("target"));
    assertEquals(Version.valueOf("1.2.13"), service.getProperty("version"));
  }

  @Test
  void symbolsAreAPropertyUpToAThousand() throws Exception {
    Library zlib = context.getService(service("libz.so"));
    Object symbols = service("libz.so").getProperty(Library.SYMBOLS);
    assertArrayEquals(zlib.symbols().stream().map(s -> s.name()).toArray(), (Object[]) symbols);
    assertTrue(Arrays.asList((Object[]) symbols).contains("deflate"));
    Library libc = context.getService(service("libc.so"));
    assertTrue(libc.symbols().size() > 1_000, () -> libc.symbols().size() + " symbols");
    assertNull(service("libc.so").getProperty(Library.SYMBOLS));
  }

  @Test
  void theLinkersOwnBundleProvidesLibdlForProgramsOfEachKind() throws Exception {
    Set<String> kinds = new HashSet<>();
    for (ServiceReference<Library> each : services("libdl.so")) {
      assertEquals("org.dylink.linker", each.getBundle().getSymbolicName());
      kinds.add((String) each.getProperty("threads"));
    }
    assertEquals(Set.of("true", "false"), kinds);
  }

  @Test
  void aLibraryGoesWithItsBundleAndComesBack() throws Exception {
    Bundle bundle = LibraryJar.named("answer").library(ANSWER, "1.0.0").start(context);
    Library before = context.getService(service("libanswer.so"));
    bundle.stop();
    assertEquals(Set.of(), services("libanswer.so"));
    assertTrue(linker.library("libanswer.so").isEmpty());
    assertTrue(linker.libraries().stream().noneMatch(library -> library == before));
    bundle.start();
    assertSame(bundle, service("libanswer.so").getBundle());
    bundle.uninstall();
    assertEquals(Set.of(), services("libanswer.so"));
    assertTrue(linker.library("libanswer.so").isEmpty());
  }

  @Test
  void aBundleThatIsOnlyInstalledProvidesNoLibrary() throws Exception {
    LibraryJar.named("answer").library(ANSWER, "1.0.0").install(context);
    assertEquals(Set.of(), services("libanswer.so"));
  }

  @Test
  void anUnresolvableBundleProvidesNoLibraryUntilWhatItNeedsIsThere() throws Exception {
    Bundle asking =
        LibraryJar.named("asking")
            .library(Modules.asking("ask.wasm", "libanswer.so"), "1.0.0")
            .install(context);
    BundleException failure = assertThrows(BundleException.class, asking::start);
    assertTrue(failure.getMessage().contains("(wasm.library=libanswer.so)"), failure::getMessage);
    assertEquals(BundleException.RESOLVE_ERROR, failure.getType());
    assertEquals(Set.of(), services("ask.wasm"));
    // Somebody wanted it to run: what could not be resolved then is started now.
    try (LibraryStates states = LibraryStates.of(context)) {
      LibraryJar.named("answer").library(ANSWER, "1.0.0").start(context);
      states.await("ask.wasm 1.0.0 AVAILABLE");
    }
    assertSame(asking, service("ask.wasm").getBundle());
  }

  @Test
  void aFragmentAddsItsLibraryToItsHost() throws Exception {
    LibraryJar.named("fragment")
        .header("Fragment-Host", "host")
        .library(ANSWER, "1.2.0")
        .install(context);
    Bundle host = LibraryJar.named("host").start(context);
    ServiceReference<Library> service = service("libanswer.so");
    assertSame(host, service.getBundle());
    assertEquals("fragment 1.0.0", context.getService(service).origin());
    host.stop();
    assertEquals(Set.of(), services("libanswer.so"));
  }

  @Test
  void aBrokenLibraryLeavesTheOthersOfItsBundle() throws Exception {
    Bundle bundle =
        LibraryJar.named("broken")
            .library(Modules.answering("libgone.so", 1), "1.0.0")
            .without("lib/libgone.so")
            .library(Modules.answering("libelf.so", 2), "1.0.0")
            .file("lib/libelf.so", new byte[] {0x7f, 'E', 'L', 'F'})
            .library(ANSWER, "1.0.0")
            .start(context);
    assertEquals(Set.of("libanswer.so"), names(bundle));
  }

  @Test
  void aLazyBundleWithoutClassesProvidesItsLibrary() throws Exception {
    Bundle bundle =
        LibraryJar.named("lazy")
            .header("Bundle-ActivationPolicy", "lazy")
            .library(ANSWER, "1.0.0")
            .install(context);
    bundle.start(Bundle.START_ACTIVATION_POLICY);
    assertEquals(Bundle.STARTING, bundle.getState());
    ServiceReference<Library> service = service("libanswer.so");
    assertSame(bundle, service.getBundle());
    ServiceTracker<Library, Library> tracker = new ServiceTracker<>(context, service, null);
    tracker.open();
    assertEquals(1, tracker.size());
    bundle.uninstall();
    assertEquals(0, tracker.size(), "the listener was told, though Felix does not stop it");
    tracker.close();
  }

  @Test
  void aBareModuleIsABundleByItsUrl() throws Exception {
    Path file = Files.write(folder.resolve("libanswer.so.3.1"), ANSWER.bytes().toArray());
    Bundle bundle = TestFiles.startFile(context, file, "");
    assertEquals("wasm.libanswer.so", bundle.getSymbolicName());
    assertEquals(Version.valueOf("3.1"), bundle.getVersion());
    assertEquals(Version.valueOf("3.1"), service("libanswer.so").getProperty("version"));
    Bundle other = TestFiles.startFile(context, file, "?name=libother.so&version=4");
    assertEquals(Set.of("libother.so"), names(other));
    assertEquals("4.0.0", context.getService(service("libother.so")).version());
  }

  private ServiceReference<Library> service(String name) throws Exception {
    Set<ServiceReference<Library>> all = services(name);
    assertEquals(1, all.size(), () -> name + " is provided by " + all);
    return all.iterator().next();
  }

  private Set<ServiceReference<Library>> services(String name) throws Exception {
    String filter = "(" + Library.NAMESPACE + "=" + name + ")";
    return Set.copyOf(context.getServiceReferences(Library.class, filter));
  }

  private static Set<String> names(Bundle bundle) {
    Set<String> names = new TreeSet<>();
    for (ServiceReference<?> service : bundle.getRegisteredServices()) {
      names.add((String) service.getProperty(Library.NAMESPACE));
    }
    return names;
  }

  private static Map<String, Object> attributes(ServiceReference<?> service) {
    return Arrays.stream(service.getPropertyKeys())
        .filter(key -> !ADDED.contains(key))
        .collect(toMap(key -> key, service::getProperty));
  }
}
