package org.dylink.format;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.ABSOLUTE;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.UNDEFINED;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dylink.testing.Bytes;
import org.dylink.testing.DylinkBuilder;
import org.junit.jupiter.api.Test;

/** What can be read of a {@code dylink.0} section that is right. */
class DylinkSectionTest {
  @Test
  void readsMemInfoWithAlignmentsInUnits() {
    DylinkSection section = read(dylink().memInfo(502_768, 8, 600, 1));

    assertEquals(new MemoryInfo(502_768, 256, 600, 2), section.memoryInfo());
  }

  @Test
  void readsSizesAsUnsigned() {
    DylinkSection section = read(dylink().memInfo(0xffff_ffffL, 20, 0xffff_fffeL, 0));

    assertEquals(new MemoryInfo(0xffff_ffffL, 1 << 20, 0xffff_fffeL, 1), section.memoryInfo());
  }

  @Test
  void hasNoNeedsWhereItIsEmpty() {
    DylinkSection section = read(dylink());

    assertEquals(MemoryInfo.NONE, section.memoryInfo());
    assertEquals(List.of(), section.needed());
    assertEquals(Map.of(), section.exportFlags());
    assertEquals(Map.of(), section.importFlags());
    assertEquals(List.of(), section.runtimePath());
  }

  @Test
  void readsNeededInOrder() {
    assertEquals(
        List.of("libz.so", "libc.so", "liba.so"),
        read(dylink().needed("libz.so", "libc.so", "liba.so")).needed());
  }

  @Test
  void readsRuntimePath() {
    assertEquals(
        List.of("$ORIGIN/libs", "/usr/lib"),
        read(dylink().runtimePath("$ORIGIN/libs", "/usr/lib")).runtimePath());
  }

  @Test
  void readsExportFlags() {
    DylinkSection section =
        read(
            dylink()
                .exportInfo("tls", TLS)
                .exportInfo("weak", WEAK | HIDDEN)
                .exportInfo("constant", ABSOLUTE)
                .exportInfo("local", 0x2));

    assertTrue(section.exportFlags("tls").isThreadLocal());
    assertFalse(section.exportFlags("tls").isWeak());
    assertTrue(section.exportFlags("weak").isWeak());
    assertTrue(section.exportFlags("weak").isHidden());
    assertTrue(section.exportFlags("constant").isAbsolute());
    assertTrue(section.exportFlags("local").isLocal());
    assertEquals(SymbolFlags.NONE, section.exportFlags("unmentioned"));
    assertFalse(section.exportFlags("unmentioned").isThreadLocal());
  }

  @Test
  void readsImportFlags() {
    DylinkSection section = read(dylink().importInfo("env", "f", WEAK | UNDEFINED));

    assertTrue(section.importFlags("env", "f").isWeak());
    assertTrue(section.importFlags("env", "f").isUndefined());
    assertEquals(SymbolFlags.NONE, section.importFlags("env", "g"));
  }

  @Test
  void looksForTheFlagsOfGotImportsUnderEnvToo() {
    DylinkSection section =
        read(
            dylink()
                .importInfo("env", "variable", WEAK)
                .importInfo("GOT.func", "function", WEAK)
                .importInfo("other", "foreign", WEAK));

    assertTrue(section.importFlags("GOT.mem", "variable").isWeak());
    assertTrue(section.importFlags("GOT.func", "function").isWeak());
    assertFalse(section.importFlags("GOT.mem", "function").isWeak());
    assertFalse(section.importFlags("GOT.mem", "foreign").isWeak());
  }

  @Test
  void addsUpTheFlagsOfBothPlaces() {
    DylinkSection section =
        read(dylink().importInfo("env", "x", WEAK).importInfo("GOT.mem", "x", UNDEFINED));

    assertEquals(WEAK | UNDEFINED, section.importFlags("GOT.mem", "x").bits());
    assertEquals(WEAK, section.importFlags("env", "x").bits());
  }

  @Test
  void keepsFlagsThatItDoesNotKnow() {
    assertEquals(
        0x8000_0001,
        read(dylink().importInfo("env", "x", 0x8000_0001)).importFlags("env", "x").bits());
  }

  @Test
  void takesSubSectionsInAnyOrder() {
    DylinkSection section =
        read(
            dylink()
                .runtimePath("lib")
                .importInfo("env", "i", WEAK)
                .exportInfo("e", TLS)
                .needed("libc.so")
                .memInfo(16, 2, 1, 0));

    assertEquals(new MemoryInfo(16, 4, 1, 1), section.memoryInfo());
    assertEquals(List.of("libc.so"), section.needed());
    assertTrue(section.exportFlags("e").isThreadLocal());
    assertTrue(section.importFlags("env", "i").isWeak());
    assertEquals(List.of("lib"), section.runtimePath());
  }

  @Test
  void addsUpSubSectionsThatRepeat() {
    DylinkSection section =
        read(
            dylink()
                .needed("liba.so")
                .memInfo(1, 0, 1, 0)
                .runtimePath("a")
                .exportInfo("e", WEAK)
                .needed("libb.so", "liba.so")
                .memInfo(16, 2, 3, 0)
                .runtimePath("b")
                .exportInfo("e", TLS));

    assertEquals(List.of("liba.so", "libb.so", "liba.so"), section.needed());
    assertEquals(new MemoryInfo(16, 4, 3, 1), section.memoryInfo());
    assertEquals(List.of("a", "b"), section.runtimePath());
    assertEquals(WEAK | TLS, section.exportFlags("e").bits());
  }

  @Test
  void skipsSubSectionsThatItDoesNotKnow() {
    DylinkSection section =
        read(
            dylink()
                .subsection(6, new Bytes().u8(1, 2, 3))
                .needed("libc.so")
                .subsection(255, new Bytes()));

    assertEquals(List.of("libc.so"), section.needed());
  }

  @Test
  void takesNumbersThatAreLongerThanTheyNeed() {
    DylinkSection section =
        read(
            dylink()
                .subsection(
                    1, new Bytes().u8(0x90, 0x80, 0x80, 0x80, 0x00).u8(0x82, 0x00).u8(0).u8(0)));

    assertEquals(new MemoryInfo(16, 4, 0, 1), section.memoryInfo());
  }

  @Test
  void takesNamesBeyondAscii() {
    assertEquals(List.of("libö\0☃.so"), read(dylink().needed("libö\0☃.so")).needed());
  }

  @Test
  void countsOnlyAsTheFirstSection() throws Exception {
    byte[] late =
        module("lib.so")
            .sectionInFront(0, new Bytes().name("producers"))
            .dylink(dylink().needed("libc.so"))
            .toArray();
    assertTrue(WasmModule.read("lib.so", late).dylink().isEmpty());

    byte[] last =
        module("lib.so")
            .exportedFunction("f", "() -> ()", code())
            .customSection("dylink.0", dylink().needed("libc.so").toArray())
            .toArray();
    assertTrue(WasmModule.read("lib.so", last).dylink().isEmpty());
  }

  @Test
  void isToldFromTheSectionOfOldToolchains() {
    WasmModule old =
        module("lib.so").sectionInFront(0, new Bytes().name("dylink").u8(8, 2, 1, 0, 0)).build();

    assertTrue(old.hasOldDylink());
    assertEquals(new MemoryInfo(8, 4, 1, 1), old.dylink().orElseThrow().memoryInfo());
  }

  private static DylinkSection read(DylinkBuilder section) {
    return module("lib.so").dylink(section).build().dylink().orElseThrow();
  }
}
