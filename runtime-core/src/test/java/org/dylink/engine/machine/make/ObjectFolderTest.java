package org.dylink.engine.machine.make;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.machine.Baseline;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.UnfitObjectException;
import org.dylink.format.WasmModule;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectFolderTest {
  private static final String TARGET = "linux-x86_64";
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();

  @TempDir private Path parent;

  @Test
  void findsWhatItHasKept() throws UnfitObjectException {
    Path file = folder().keep(MODULE, object(TARGET, MODULE.digest(), 1));

    assertEquals(parent.resolve("code/" + MODULE.digest() + "." + TARGET + ".object"), file);
    assertEquals(7, folder().find(MODULE, TARGET).orElseThrow().image()[0]);
    assertTrue(folder().find(MODULE, "linux-aarch64").isEmpty());
    assertEquals(List.of(TARGET), folder().targets(MODULE));
  }

  @Test
  void isEmptyBeforeItIsMade() throws UnfitObjectException {
    assertTrue(folder().find(MODULE, TARGET).isEmpty());
    assertEquals(List.of(), folder().targets(MODULE));
  }

  @Test
  void refusesWhatFitsNot() throws UnfitObjectException {
    Path file = folder().keep(MODULE, object(TARGET, "another", 1));
    assertEquals(file + ": made of another module", refusal());
    folder().keep(MODULE, object(TARGET, MODULE.digest(), 2));
    assertEquals(file + ": 2 functions and 1 types: the module has others", refusal());
  }

  @Test
  void refusesEachFileWithAChangedBit() throws Exception {
    Path file = folder().keep(MODULE, object(TARGET, MODULE.digest(), 1));
    byte[] good = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, bad);
      assertEquals(file + ": not sealed with the folder's key", refusal());
    }
    Files.write(file, good);
    assertTrue(folder().find(MODULE, TARGET).isPresent());
  }

  @Test
  void refusesWhatWasMadeInAnotherFolder() throws Exception {
    Path file = folder().keep(MODULE, object(TARGET, MODULE.digest(), 1));
    ObjectFolder other = new ObjectFolder(parent.resolve("other"));
    Files.copy(
        other.keep(MODULE, object(TARGET, MODULE.digest(), 1)),
        file,
        StandardCopyOption.REPLACE_EXISTING);

    assertEquals(file + ": not sealed with the folder's key", refusal());
  }

  @Test
  void refusesAFolderThatOthersCanWrite() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder().keep(MODULE, object(TARGET, MODULE.digest(), 1));
    Files.setPosixFilePermissions(
        parent.resolve("code"), PosixFilePermissions.fromString("rwxrwx---"));

    String why = "others may write it: rwxrwx---";
    assertEquals(file + ": " + why, refusal());
    String folder = parent.resolve("code") + ": " + why;
    assertEquals(
        folder, assertThrows(UnfitObjectException.class, () -> folder().require()).getMessage());
    assertEquals(Optional.of(folder), folder().problem());
  }

  @Test
  void hasNoProblemWhereItCanBeMade() {
    assertEquals(Optional.empty(), folder().problem());
    assertFalse(Files.exists(parent.resolve("code")));
  }

  @Test
  void refusesALinkInAFilesPlace() throws IOException, UnfitObjectException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = folder().keep(MODULE, object(TARGET, MODULE.digest(), 1));
    Path real = Files.move(file, parent.resolve("real"));
    Files.createSymbolicLink(file, real);

    assertEquals(file + ": not a regular file", refusal());
  }

  private ObjectFolder folder() {
    return new ObjectFolder(parent.resolve("code"));
  }

  private String refusal() {
    return assertThrows(UnfitObjectException.class, () -> folder().find(MODULE, TARGET))
        .getMessage();
  }

  private static MachineObject object(String target, String digest, int functions) {
    return new MachineObject(
        target,
        Baseline.of(target),
        "LLVM 20.1.7",
        digest,
        new byte[] {7},
        0,
        Collections.nCopies(functions, new MachineObject.Range(0, 1)),
        List.of(new MachineObject.Crossing(0, 0, 0)));
  }
}
