package org.dylink.app.command;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dylink.app.search.LibraryFile;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.MachineObjectFile;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.format.WasmModule;
import org.dylink.linker.FileIdentity;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dylink info tells of a library's compiled forms. */
class MachineCodeFilesTest {
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();
  private static final String FACTS = "1 bytes for x86-64-v2 by LLVM 20.1.7";

  @TempDir private Path folder;

  @Test
  void thereIsNoneWhereNothingWasMade() throws Exception {
    assertEquals(List.of(), compiled());
  }

  @Test
  void eachHasWhoMadeItAndWhatFor() throws Exception {
    new ObjectFolder(folder.resolve("kept")).keep(MODULE, object(MODULE.digest()));
    byte[] object = MachineObjectFile.write(object(MODULE.digest()));
    Files.write(folder.resolve("lib.so.native-linux-x86_64"), object);
    Files.write(folder.resolve("lib.so.jvm"), new byte[] {1});
    assertEquals(
        List.of(
            "native-linux-x86_64 (kept: " + FACTS + ")",
            "jvm (beside the file)",
            "native-linux-x86_64 (beside the file: " + FACTS + ")"),
        compiled());
  }

  @Test
  void whatIsOfNoUseSaysWhy() throws Exception {
    ObjectFolder kept = new ObjectFolder(folder.resolve("kept"));
    Path file = kept.keep(MODULE, object("another"));
    Files.write(folder.resolve("lib.so.native-linux-x86_64"), new byte[] {1});
    byte[] other = MachineObjectFile.write(object(MODULE.digest()));
    Files.write(folder.resolve("lib.so.native-windows-x86_64"), other);
    assertEquals(
        List.of(
            "native-linux-x86_64 (kept: of no use: " + file + ": made of another module)",
            "native-linux-x86_64 (beside the file: of no use: cut off)",
            "native-windows-x86_64 (beside the file: of no use: made for linux-x86_64, expected"
                + " windows-x86_64)"),
        compiled());
  }

  private List<String> compiled() throws Exception {
    Path path = folder.resolve("lib.so");
    Files.write(path, MODULE.bytes().toArray());
    MachineCodeFiles files =
        new MachineCodeFiles(Optional.of(folder.resolve("kept").toString()), Optional.empty());
    return files.compiled(new LibraryFile(path, "lib.so", MODULE, FileIdentity.of(path, MODULE)));
  }

  private static MachineObject object(String digest) {
    return new MachineObject(
        "linux-x86_64",
        "x86-64-v2",
        "LLVM 20.1.7",
        digest,
        new byte[] {7},
        0,
        List.of(new MachineObject.Range(0, 1)),
        List.of(new MachineObject.Crossing(0, 0, 0)));
  }
}
