package org.dylink.machine.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.machine.make.Platform;
import org.dylink.testing.Fake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Who has allowed the engine and does not get it finds a service that says why. */
class NativeEngineComponentTest {
  @TempDir private Path parent;

  private final List<Object> services = new ArrayList<>();

  /** The services of the component while it is active. */
  private List<Object> servicesWith(String folder) {
    NativeEngineComponent component =
        new NativeEngineComponent(context(), configuration(folder), null);
    List<Object> registered = List.copyOf(services);
    component.deactivate();
    assertEquals(List.of(), services);
    return registered;
  }

  private BundleContext context() {
    return Fake.of(
        BundleContext.class,
        (method, arguments) -> method.equals("registerService") ? register(arguments[1]) : null);
  }

  private ServiceRegistration<?> register(Object service) {
    services.add(service);
    return Fake.of(
        ServiceRegistration.class,
        (method, arguments) -> method.equals("unregister") ? services.remove(service) : null);
  }

  private static NativeConfiguration configuration(String folder) {
    return Fake.of(
        NativeConfiguration.class,
        (method, arguments) ->
            switch (method) {
              case "folder" -> folder;
              case "compiler", "compile" -> "";
              case "trust" -> new String[0];
              case "perf" -> false;
              default -> 1;
            });
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
