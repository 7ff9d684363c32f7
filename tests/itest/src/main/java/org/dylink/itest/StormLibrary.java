package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.dylink.format.WasmModule;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/**
 * One library of a storm. Its function gives a number that tells which library it is and how often
 * it was updated, and what the two that it needs give. One thread installs it, starts it and so on;
 * others look.
 */
final class StormLibrary {
  private static final String SIGNATURE = "() -> i32";

  private final int index;
  private int generation;
  private Bundle bundle;

  StormLibrary(int index) {
    this.index = index;
  }

  String name() {
    return name(index);
  }

  static String name(int index) {
    return "libstorm" + index + ".so";
  }

  static String function(int index) {
    return "storm" + index;
  }

  /** Which libraries it needs: the graph is a heap's, with two ways down. */
  static List<Integer> needs(int index) {
    return index < 1 ? List.of() : List.of(index / 2, index / 3).stream().distinct().toList();
  }

  /** What the library itself adds to the number. */
  static int number(int index, int generation) {
    return index * 1_000 + generation;
  }

  /** Whether the library of a number is in no bundle that runs, starts or stops. */
  static boolean isStopped(int index, BundleContext context) {
    Bundle bundle = context.getBundle(LibraryJar.location(bundleName(index)));
    return bundle == null
        || (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED | Bundle.UNINSTALLED)) != 0;
  }

  boolean isStopped(BundleContext context) {
    return isStopped(index, context);
  }

  private static String bundleName(int index) {
    return "storm" + index;
  }

  boolean isInstalled() {
    return bundle != null;
  }

  Bundle bundle() {
    return bundle;
  }

  void install(BundleContext context) throws BundleException {
    bundle = jar(generation).install(context);
  }

  /** Starts it; returns its class loader, by which it could be kept. */
  Optional<ClassLoader> start() throws BundleException {
    bundle.start();
    return Optional.ofNullable(bundle.adapt(BundleWiring.class)).map(BundleWiring::getClassLoader);
  }

  void stop(LinkerRuntime runtime) throws BundleException {
    bundle.stop();
    assertWithdrawn(runtime);
  }

  void update(LinkerRuntime runtime) throws BundleException {
    bundle.stop();
    assertWithdrawn(runtime);
    jar(generation + 1).update(bundle);
    generation++;
  }

  void uninstall(LinkerRuntime runtime) throws BundleException {
    while (bundle.getState() != Bundle.UNINSTALLED) {
      try {
        bundle.uninstall();
      } catch (IllegalStateException e) {
        // Felix 7.0.5 gives up at once while another thread resolves.
        assertEquals("Unable to acquire global lock to remove bundle.", e.getMessage());
      }
    }
    bundle = null;
    assertWithdrawn(runtime);
  }

  /** From now on nobody has it who does not know that it has gone. */
  private void assertWithdrawn(LinkerRuntime runtime) {
    for (ProgramDTO program : runtime.programs()) {
      boolean has =
          program.state != Program.State.CLOSED
              && program.libraries.stream().anyMatch(each -> each.startsWith(name() + " "));
      assertEquals(
          has,
          has && program.failure != null,
          () -> name() + " is stopped, and program " + program + " does not know");
    }
  }

  private LibraryJar jar(int version) {
    return LibraryJar.named(bundleName(index)).library(module(version), "1." + version + ".0");
  }

  private WasmModule module(int version) {
    List<Integer> needs = needs(index);
    ModuleBuilder module =
        Modules.library(name(), needs.stream().map(StormLibrary::name).toArray(String[]::new));
    Code code = code().i32Const(number(index, version));
    for (int needed : needs) {
      module.importFunction("env", function(needed), SIGNATURE);
      code = code.call("env." + function(needed)).i32Add();
    }
    return module.exportedFunction(function(index), SIGNATURE, code).build();
  }
}
