package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The example sqlite: its services, and its command. DatabaseTest there has the rest. */
@FrameworkTest
class SqliteIT {
  private static final String DATABASES = "org.dylink.example.sqlite.Databases";
  private static final String INTERFACE = "org.dylink.example.sqlite.Sqlite";

  @InjectBundleContext BundleContext context;
  @InjectService CommandProcessor processor;
  @InjectService Linker linker;
  @TempDir Path folder;

  private Bundle sqlite;

  @BeforeEach
  void start() throws Exception {
    sqlite = Examples.start(context, "sqlite");
  }

  @Test
  void aFileIsThereForTheNextProgram() throws Exception {
    try (ShellSession shell = new ShellSession(processor, folder)) {
      String run = "sqlite:run " + folder.resolve("shop.db") + " ";
      assertEquals(
          List.of(), shell.type(run + "'CREATE TABLE item(name); INSERT INTO item VALUES (7)'"));
      assertEquals(List.of(), linker.programs());
      assertEquals(List.of("7|49"), shell.type(run + "'SELECT name, name * name FROM item'"));
      assertEquals(
          List.of("org.dylink.example.sqlite.SqliteException: no such table: none"),
          shell.type(run + "'SELECT * FROM none'"));
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("shop.db")), files.toList());
    }
  }

  @Test
  void itIsThereWhileTheLibraryIs() throws Exception {
    assertNotNull(context.getServiceReference(DATABASES));
    sqlite.stop();
    assertNull(context.getServiceReference(DATABASES));
    sqlite.start();
    assertNotNull(context.getServiceReference(DATABASES));
  }

  @Test
  void theBoundInterfaceIsAServiceToo() {
    ServiceReference<?> reference = context.getServiceReference(INTERFACE);
    assertEquals("prototype", reference.getProperty("service.scope"));
    assertEquals(Version.valueOf("3.40.1"), reference.getProperty("wasm.library.version"));
  }
}
