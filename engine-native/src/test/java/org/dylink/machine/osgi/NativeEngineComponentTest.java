package org.dylink.machine.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.machine.make.Platform;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Who has allowed the engine and does not get it finds a service that says why. */
class NativeEngineComponentTest {
  private static final String PID = "org.dylink.engine.native: ";

  @TempDir private Path parent;

  private final List<Object> services = new ArrayList<>();
  private final Map<String, String> properties = new HashMap<>();

  /** The services of the component while it is active. */
  private List<Object> servicesWith(String folder) {
    return servicesWith(Map.of("folder", folder));
  }

  private List<Object> servicesWith(Map<String, Object> values) {
    NativeEngineComponent component =
        new NativeEngineComponent(context(), configuration(values), null);
    List<Object> registered = List.copyOf(services);
    component.deactivate();
    assertEquals(List.of(), services);
    return registered;
  }

  private BundleContext context() {
    return Fake.of(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "registerService" -> register(arguments[1]);
              case "getProperty" -> properties.get((String) arguments[0]);
              default -> null;
            });
  }

  private ServiceRegistration<?> register(Object service) {
    services.add(service);
    return Fake.of(
        ServiceRegistration.class,
        (method, arguments) -> method.equals("unregister") ? services.remove(service) : null);
  }

  // Its methods' names are the properties'.
  private static NativeConfiguration configuration(Map<String, Object> values) {
    return Fake.of(
        NativeConfiguration.class,
        (method, arguments) ->
            values.getOrDefault(
                method, NativeConfiguration.class.getMethod(method).getDefaultValue()));
  }

  @Test
  void whereNobodyHasAllowedItNothingIsSaid() {
    assertEquals(List.of(), servicesWith(""));
  }

  @Test
  void aFolderThatOthersMayWriteKeepsItAway() throws Exception {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path folder = Files.createDirectory(parent.resolve("objects"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertEquals(
        List.of(new EngineAbsence("native", folder + ": others may write it: rwxrwxrwx")),
        servicesWith(folder.toString()));
  }

  @Test
  void aFileInTheFoldersPlaceKeepsItAway() throws Exception {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    Path file = Files.createFile(parent.resolve("objects"));
    assertEquals(
        List.of(new EngineAbsence("native", file + ": is no folder")),
        servicesWith(file.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "compile, sometimes, 'expected never, background or first, found sometimes'",
    "seconds, 0, 'expected 1 to 999999999, found 0'",
    "seconds, ten, 'expected 1 to 999999999, found ten'",
    "memory, -1, 'expected 0 to 999999999, found -1'",
  })
  void aValueThatIsNoGoodKeepsItAway(String name, String value, String why) {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    assertKeptAway(name, value, PID + name + ": " + why);
  }

  @Test
  void anEntryOfTrustThatIsNoGoodKeepsItAway() {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    String why = "trust: expected sha-256=DIGEST or signer=NAME, found md5=1";
    assertKeptAway("trust", new String[] {"sha-256=1", "md5=1"}, PID + why);
  }

  @Test
  void aPropertyOfTheFrameworkThatIsNoGoodIsToldByItsName() {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    properties.put("dylink.native.compile", "always");
    String why = "dylink.native.compile: expected never, background or first, found always";
    assertKeptAway("compile", "", why);
    // The configuration comes first.
    Map<String, Object> good = Map.of("folder", parent.toString(), "compile", "Never");
    assertEquals(List.of("NativeEngine"), names(servicesWith(good)));
  }

  private void assertKeptAway(String name, Object value, String why) {
    Map<String, Object> values = Map.of("folder", parent.toString(), name, value);
    assertEquals(List.of(new EngineAbsence("native", why)), servicesWith(values));
    // Who has not allowed the engine has nothing to mend.
    assertEquals(List.of(), servicesWith(Map.of(name, value)));
  }

  @Test
  void whereItWorksThereIsTheEngine() {
    assumeTrue(Platform.isKnown(), Platform.NAME);
    List<Object> registered = servicesWith(parent.resolve("objects").toString());
    assertEquals(List.of("NativeEngine"), names(registered));
  }

  private static List<String> names(List<Object> services) {
    return services.stream().map(each -> each.getClass().getSimpleName()).toList();
  }
}
