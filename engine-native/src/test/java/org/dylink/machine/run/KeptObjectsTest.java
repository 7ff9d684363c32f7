package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptObjectsTest {
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();

  @TempDir private Path parent;

  @Test
  void isALackWithoutACompiler() {
    try (KeptObjects objects = new KeptObjects(parent.resolve("code"), null)) {
      NativeEngine engine = new NativeEngine(objects);
      var refusal = assertThrows(InvalidModuleException.class, () -> engine.compile(MODULE));

      assertEquals(
          "lib.so: needs machine code, which engine native lacks: there is none for "
              + Platform.NAME
              + ", and no compiler is installed",
          refusal.getMessage());
    }
  }

  @Test
  void isALackUntilItIsMade() {
    try (KeptObjects objects =
        new KeptObjects(parent.resolve("code"), module -> object(module.digest()))) {
      String being = "it is being made for " + Platform.NAME;
      assertEquals(Optional.of(being), objects.missing(MODULE));
    }
  }

  @Test
  void findsWhatItHasKept() {
    ObjectFolder folder = new ObjectFolder(parent.resolve("code"), "linux-x86_64");
    folder.keep(MODULE, object(MODULE.digest()));

    assertEquals(7, folder.find(MODULE).orElseThrow().image()[0]);
  }

  @Test
  void deletesWhatDoesNotFit() throws IOException {
    ObjectFolder folder = new ObjectFolder(parent.resolve("code"), "linux-x86_64");
    folder.keep(MODULE, object("another digest"));
    assertTrue(folder.has(MODULE));

    assertTrue(folder.find(MODULE).isEmpty());
    assertFalse(folder.has(MODULE));

    Files.write(parent.resolve("code/" + MODULE.digest() + ".linux-x86_64"), new byte[] {1, 2});
    assertTrue(folder.find(MODULE).isEmpty());
    assertFalse(folder.has(MODULE));
  }

  @Test
  void refusesAFolderThatOthersCanWriteOrRead() throws IOException {
    for (String mode : List.of("rwxrwx---", "rwx---rwx", "rwxr-----", "rwx-----x")) {
      Path open = Files.createDirectory(parent.resolve(mode));
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(mode));

      var refusal =
          assertThrows(
              IllegalArgumentException.class, () -> new ObjectFolder(open, "linux-x86_64"));
      assertEquals(
          open + ": machine code is kept only where nobody else has access: chmod 700 it",
          refusal.getMessage());
    }
  }

  @Test
  void refusesALinkToAFolder() throws IOException {
    Path real = Files.createDirectory(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), real);

    assertThrows(IllegalArgumentException.class, () -> new ObjectFolder(link, "linux-x86_64"));
  }

  @Test
  void namesPlatforms() {
    assertEquals("linux-x86_64", Platform.name("Linux", "amd64"));
    assertEquals("macos-aarch64", Platform.name("Mac OS X", "aarch64"));
    assertEquals("windows-x86_64", Platform.name("Windows 11", "amd64"));
  }

  private static MachineObject object(String digest) {
    return new MachineObject("linux-x86_64", digest, new byte[] {7}, 0, List.of(), List.of());
  }
}
