package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.format.WasmModule;
import org.dylink.linker.runtime.LinkerRuntime;
import org.dylink.linker.runtime.ProgramDTO;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

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
  // Odd while the bundle is stopped for sure.
  private final AtomicInteger epoch = new AtomicInteger(1);

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
    return index < 2 ? List.of() : List.of(index / 2, index / 3).stream().distinct().toList();
  }

  /** What the library itself adds to the number. */
  static int number(int index, int generation) {
    return index * 1_000 + generation;
  }

  /** A number that changes when it is stopped for sure, and when it is not any more. */
  int epoch() {
    return epoch.get();
  }

  static boolean isDown(int epoch) {
    return epoch % 2 == 1;
  }

  boolean isInstalled() {
    return bundle != null;
  }

  Bundle bundle() {
    return bundle;
  }

  void install(BundleContext context) throws BundleException {
    bundle = jar().install(context);
  }

  void start() throws BundleException {
    up();
    bundle.start();
  }

  void stop(LinkerRuntime runtime) throws BundleException {
    bundle.stop();
    down(runtime);
  }

  void update(LinkerRuntime runtime) throws BundleException {
    generation++;
    bundle.stop();
    down(runtime);
    jar().update(bundle);
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
    down(runtime);
  }

  private void up() {
    epoch.updateAndGet(e -> isDown(e) ? e + 1 : e);
  }

  /** From now on nobody has it who does not know that it has gone. */
  private void down(LinkerRuntime runtime) {
    epoch.updateAndGet(e -> isDown(e) ? e : e + 1);
    for (ProgramDTO program : runtime.programs()) {
      boolean has = program.libraries.stream().anyMatch(each -> each.startsWith(name() + " "));
      assertEquals(
          has,
          has && program.failure != null,
          () -> name() + " is stopped, and program " + program + " does not know");
    }
  }

  private LibraryJar jar() {
    return LibraryJar.named("storm" + index).library(module(), "1." + generation + ".0");
  }

  private WasmModule module() {
    List<Integer> needs = needs(index);
    ModuleBuilder module =
        Modules.library(name(), needs.stream().map(StormLibrary::name).toArray(String[]::new));
    Code code = code().i32Const(number(index, generation));
    for (int needed : needs) {
      module.importFunction("env", function(needed), SIGNATURE);
      code = code.call("env." + function(needed)).i32Add();
    }
    return module.exportedFunction(function(index), SIGNATURE, code).build();
  }
}
