package org.dylink.linker.osgi;

import static org.dylink.linker.testing.Shapes.shared;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dylink.headers.LibraryCount;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.runtime.LibraryState;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle with more libraries than one may have, beside another bundle. */
class ManyLibrariesTest {
  private static final Logger LOGGER = Logger.getLogger(Survey.class.getName());
  private static final String REFUSAL =
      "bundle many 1.0.0 has 4097 libraries, at most 4096 are taken: make several bundles of it";

  @TempDir private Path folder;

  private final LibraryRegistry registry = new LibraryRegistry(new ModuleCache());
  private final Policies policies = new Policies();
  private final LibraryScan scan =
      new LibraryScan(new WireSearch(registry, policies), policies, new HostChoice());
  private final Survey survey = new Survey(registry, scan, null, lost -> {});
  private final Set<String> read = new TreeSet<>();
  private String[] needed = {};
  private List<BundleRequirement> requirements = List.of();
  private final List<String> logged = new ArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(message.getLevel() + " " + new SimpleFormatter().formatMessage(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOGGER.setUseParentHandlers(true);
    LOGGER.removeHandler(log);
  }

  @Test
  void noneOfThemIsReadAndEachTellsWhy() throws IOException {
    look(bundle("many", LibraryCount.MOST + 1, true));

    assertEquals(LibraryCount.MOST + 1, registry.entries().size());
    assertEquals(Set.of(LibraryState.FAILED), states("many"));
    assertEquals(Set.of(List.of(REFUSAL)), reasons("many"));
    assertEquals(Set.of(), read);
  }

  @Test
  void oneThatIsNotResolvedIsRefusedToo() throws IOException {
    look(bundle("many", LibraryCount.MOST + 1, false));

    assertEquals(Set.of(LibraryState.FAILED), states("many"));
    assertEquals(Set.of(List.of(REFUSAL)), reasons("many"));
  }

  @Test
  void theLogTellsItOnce() throws IOException {
    Bundle many = bundle("many", LibraryCount.MOST + 1, true);
    look(many);
    look(many);

    assertEquals(List.of("SEVERE " + REFUSAL), logged);
  }

  @Test
  void anotherBundleIsUnharmed() throws IOException {
    look(bundle("many", LibraryCount.MOST + 1, true), bundle("few", 2, true));

    assertEquals(Set.of(LibraryState.AVAILABLE), states("few"));
    assertEquals(
        List.of("few0.so", "few1.so"),
        registry.available().stream().map(library -> library.name()).toList());
  }

  @Test
  void asManyAsOneMayHaveAreTaken() throws IOException {
    look(bundle("most", LibraryCount.MOST, true));

    assertEquals(Set.of(LibraryState.AVAILABLE), states("most"));
    assertEquals(LibraryCount.MOST, registry.available().size());
    assertEquals(List.of(), logged);
  }

  @Test
  void asManyMayNeedEachOther() throws IOException {
    needed = new String[] {"most1.so", "most" + (LibraryCount.MOST - 1) + ".so"};
    look(bundle("most", LibraryCount.MOST, true));

    assertEquals(Set.of(LibraryState.AVAILABLE), states("most"));
    assertEquals(
        Set.of(List.of(needed)),
        of("most").stream()
            .map(entry -> entry.finding().needs().stream().map(Need::name).toList())
            .collect(Collectors.toSet()));
  }

  @Test
  void asManyMayRequireAsManyThatAreNotThereAndKeepThatOnce() throws IOException {
    List<String> names = IntStream.range(0, LibraryCount.MOST).mapToObj(i -> i + ".so").toList();
    requirements = names.stream().map(ManyLibrariesTest::requirement).toList();
    look(bundle("most", LibraryCount.MOST, false));

    assertEquals(Set.of(LibraryState.WAITING), states("most"));
    List<String> reasons = of("most").get(0).reasons();
    assertEquals("no bundle that can be resolved provides (wasm.library=0.so)", reasons.get(0));
    assertEquals(LibraryCount.MOST, reasons.size());
    for (LibraryEntry entry : of("most")) {
      assertSame(reasons, entry.reasons());
      assertTrue(entry.mayRequire(Set.of("any.so", "7.so")));
      assertFalse(entry.mayRequire(Set.of("any.so")));
    }
  }

  private static BundleRequirement requirement(String name) {
    return Fake.of(
        BundleRequirement.class,
        (method, arguments) ->
            method.equals("getDirectives")
                ? Map.of(Constants.FILTER_DIRECTIVE, "(wasm.library=" + name + ")")
                : null);
  }

  private void look(Bundle... bundles) {
    survey.look(new HashSet<>(List.of(bundles)));
    registry.decide();
  }

  private Set<LibraryState> states(String bundle) {
    return of(bundle).stream().map(LibraryEntry::state).collect(Collectors.toSet());
  }

  private Set<List<String>> reasons(String bundle) {
    return of(bundle).stream().map(LibraryEntry::reasons).collect(Collectors.toSet());
  }

  private List<LibraryEntry> of(String bundle) {
    return registry.entries().stream()
        .filter(entry -> entry.bundle().getSymbolicName().equals(bundle))
        .toList();
  }

  /** Libraries {@code NAME0.so}, {@code NAME1.so} ... of one content. */
  private Bundle bundle(String name, int count, boolean isStarted) throws IOException {
    URL file = Files.write(folder.resolve(name), shared(name, needed).toArray()).toUri().toURL();
    List<BundleCapability> libraries = new ArrayList<>();
    BundleRevision[] revision = new BundleRevision[1];
    Bundle bundle =
        Fake.of(
            Bundle.class,
            (method, arguments) ->
                switch (method) {
                  case "adapt" -> arguments[0] == BundleRevision.class ? revision[0] : null;
                  case "getEntry" -> {
                    read.add((String) arguments[0]);
                    yield file;
                  }
                  case "getState" -> isStarted ? Bundle.ACTIVE : Bundle.INSTALLED;
                  case "getSymbolicName" -> name;
                  case "getVersion" -> new Version(1, 0, 0);
                  default -> null;
                });
    revision[0] = revision(bundle, libraries, isStarted);
    for (int i = 0; i < count; i++) {
      libraries.add(capability(revision[0], name + i + ".so"));
    }
    return bundle;
  }

  private BundleRevision revision(
      Bundle bundle, List<BundleCapability> libraries, boolean isResolved) {
    BundleWiring wiring =
        Fake.of(
            BundleWiring.class,
            (method, arguments) ->
                switch (method) {
                  case "isInUse" -> true;
                  case "getCapabilities" -> libraries;
                  default -> null;
                });
    return Fake.of(
        BundleRevision.class,
        (method, arguments) ->
            switch (method) {
              case "getBundle" -> bundle;
              case "getDeclaredCapabilities" -> libraries;
              case "getDeclaredRequirements" -> requirements;
              case "getTypes" -> 0;
              case "getWiring" -> isResolved ? wiring : null;
              default -> null;
            });
  }

  private static BundleCapability capability(BundleRevision revision, String name) {
    return Fakes.capabilityOf(revision, Map.of("wasm.library", name, "path", name));
  }
}
