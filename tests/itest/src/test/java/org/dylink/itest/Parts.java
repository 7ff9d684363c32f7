package org.dylink.itest;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiled classes of all parts. Not their jars, for the launcher is in none that is on the
 * class path.
 */
public final class Parts implements LocationProvider {
  // From the module's folder, where Surefire starts.
  private static final Path PROJECT = Path.of("../..");
  // Not in the default build, and here when they were built once: what measures private classes,
  // and what only makes a file.
  private static final Set<Path> APART =
      Set.of(PROJECT.resolve("benchmarks"), PROJECT.resolve("clang"));

  /** Made by ArchUnit. */
  public Parts() {}

  @Override
  public Set<Location> get(Class<?> testClass) {
    try (Stream<Path> modules = Files.list(PROJECT)) {
      return modules
          .filter(module -> !APART.contains(module))
          .map(module -> module.resolve("target/classes"))
          .filter(Files::isDirectory)
          .map(classes -> Location.of(classes.normalize()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves out what bnd embeds. */
  public static final class OnlyOurs implements ImportOption {
    /** Made by ArchUnit. */
    public OnlyOurs() {}

    @Override
    public boolean includes(Location location) {
      return location.contains("/org/dylink/");
    }
  }
}
