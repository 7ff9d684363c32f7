package org.dylink.engine.machine.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.dylink.engine.machine.MachineObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFolderTest {
  private static final String OWN = "org.dylink.machine.compiler-1.0.jar";

  @TempDir private Path folder;

  @Test
  void isThereByItsOwnJar() throws IOException {
    assertEquals(Optional.empty(), CompilerFolder.of(folder));
    assertEquals(Optional.empty(), CompilerFolder.of(folder.resolve("missing")));
    Files.write(folder.resolve("llvm-20.1.7.jar"), new byte[0]);
    assertEquals(Optional.empty(), CompilerFolder.of(folder));
    write(new Manifest());
    assertEquals(2, CompilerFolder.of(folder).orElseThrow().jars().size());
  }

  @Test
  void takesItsOwnObjectsOnly() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Dylink-Compiler", "LLVM 20.1.7");
    write(manifest);
    CompilerFolder compiler = CompilerFolder.of(folder).orElseThrow();

    assertEquals(Optional.empty(), compiler.objection(object("LLVM 20.1.7")));
    assertEquals(
        Optional.of("made by LLVM 20.1.8, the compiler here is LLVM 20.1.7"),
        compiler.objection(object("LLVM 20.1.8")));
  }

  @Test
  void takesAllObjectsWhereItsNameIsNotKnown() throws IOException {
    write(new Manifest());
    CompilerFolder unnamed = CompilerFolder.of(folder).orElseThrow();
    Files.write(folder.resolve(OWN), new byte[] {1});
    CompilerFolder unreadable = CompilerFolder.of(folder).orElseThrow();

    assertTrue(unnamed.objection(object("LLVM 20.1.8")).isEmpty());
    assertTrue(unreadable.objection(object("LLVM 20.1.8")).isEmpty());
  }

  private void write(Manifest manifest) throws IOException {
    Path jar = folder.resolve(OWN);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static MachineObject object(String compiler) {
    return new MachineObject(
        "linux-x86_64", "x86-64-v2", compiler, "", new byte[] {7}, 0, List.of(), List.of());
  }
}
