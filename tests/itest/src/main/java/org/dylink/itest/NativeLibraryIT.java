package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dylink.format.WasmModule;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example native-library: native functions are there for wasm once that is configured. */
@FrameworkTest
class NativeLibraryIT {
  private static final String PID = "org.dylink.example.nativemath";
  private static final String NOT_THERE =
      "libnativemath.so 1.0.0 DISCOVERED bundle org.dylink.example.native-library 0.1.0.SNAPSHOT"
          + " has no HostLibrary service libnativemath.so";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  private Configurations configurations;
  private LibraryStates states;

  @BeforeEach
  void start() throws Exception {
    configurations = new Configurations(context);
    states = LibraryStates.of(context);
    Examples.start(context, "native-library");
  }

  @AfterEach
  void stopListening() throws Exception {
    configurations.deleteAll();
    states.close();
  }

  @Test
  void nobodyHasItUnasked() throws Exception {
    states.await(NOT_THERE);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  @EnabledOnOs(OS.LINUX)
  void aProgramCallsNativeFunctions() throws Exception {
    configurations.set(PID, Map.of("file", "libm.so.6"));
    LibraryJar.named("roots").library(main(), "1.0.0").start(context);
    states.await("roots.wasm 1.0.0 AVAILABLE");
    try (Program program = Programs.link(linker, "roots.wasm")) {
      assertEquals(5.0, program.call("root", 3.0, 4.0));
      assertEquals(12.0, program.call("scaled", 1.5, 3));
    }
    configurations.delete(PID);
    states.await(
        "roots.wasm 1.0.0 WAITING libnativemath.so: bundle org.dylink.example.native-library"
            + " 0.1.0.SNAPSHOT has no HostLibrary service libnativemath.so");
  }

  private static WasmModule main() {
    return Modules.library("roots.wasm", "libnativemath.so")
        .importFunction("env", "hypot", "(f64, f64) -> f64")
        .importFunction("env", "ldexp", "(f64, i32) -> f64")
        .exportedFunction(
            "root", "(f64, f64) -> f64", code().localGet(0).localGet(1).call("env.hypot"))
        .exportedFunction(
            "scaled", "(f64, i32) -> f64", code().localGet(0).localGet(1).call("env.ldexp"))
        .build();
  }
}
