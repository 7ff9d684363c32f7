package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.itest.bound.Tour;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The shell's commands for what the binding and the launcher do. */
@FrameworkTest
class ShellOthersIT {
  private static final String SERVICES =
      "(&(osgi.command.scope=wasm)(osgi.command.function=services))";
  private static final String CONFIGURED =
      "(&(osgi.command.scope=wasm)(osgi.command.function=configured))";

  @InjectBundleContext BundleContext context;
  @InjectService CommandProcessor processor;
  @InjectService Linker linker;
  @TempDir Path folder;

  private ShellSession shell;

  @BeforeEach
  void open() throws Exception {
    shell = new ShellSession(processor, folder);
    // Other tests stop the linker, and with it the commands.
    for (String command : List.of(SERVICES, CONFIGURED)) {
      Awaited.until(
          context, command, () -> context.getServiceReferences((String) null, command) != null);
    }
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void anInterfaceIsListedWithItsLibraryAndWhatRunsForIt() throws Exception {
    Bundle offering = BoundJar.of(Tour.class, "libtour.so").install(context);
    Bundle library = BoundJar.library("1.0.0").start(context);
    offering.start();
    String start = Tour.class.getName() + " " + offering.getBundleId();
    assertTrue(shell.type("wasm:services").contains(start + " registered libtour.so 1.0.0 - -"));
    ServiceReference<Tour> reference = context.getServiceReference(Tour.class);
    context.getService(reference);
    long program = linker.programs().get(0).id();
    assertTrue(
        shell
            .type("wasm:services")
            .contains(start + " registered libtour.so 1.0.0 " + program + " -"));
    context.ungetService(reference);
    library.stop();
    assertTrue(shell.type("wasm:services").contains(start + " waiting libtour.so - - -"));
  }

  @Test
  void aConfiguredProgramIsListedWithItsExitCode() throws Exception {
    Configured configured = new Configured(context);
    try {
      configured.set(Map.of("main", "hello.wasm", "arguments", new String[] {"fail"}));
      configured.await(Configured.WAITING, Configured.RUNNING, Configured.EXITED);
      assertEquals(
          List.of(
              "NAME STATE EXIT CODE RESTARTS PID FAILURE",
              "hello.wasm exited 3 0 " + Configured.PID + " -"),
          shell.type("wasm:configured"));
    } finally {
      configured.end();
    }
    assertEquals(
        List.of("NAME STATE EXIT CODE RESTARTS PID FAILURE"), shell.type("wasm:configured"));
  }
}
