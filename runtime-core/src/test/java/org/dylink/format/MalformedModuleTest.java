package org.dylink.format;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.testing.Bytes;
import org.dylink.testing.DylinkBuilder;
import org.junit.jupiter.api.Test;

/** Each message about bytes that are no module, in full. */
class MalformedModuleTest {
  private static final int[] MAX_U32 = {0xff, 0xff, 0xff, 0xff, 0x0f};

  // The file's header

  @Test
  void tellsAnElfFile() {
    assertMalformed(
        "not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)",
        new Bytes().u8(0x7f, 'E', 'L', 'F', 2, 1, 1, 0));
  }

  @Test
  void tellsATextFile() {
    assertMalformed(
        "not a WebAssembly module: starts with 28 6d 6f 64 (a text file)",
        new Bytes().raw("(module)".getBytes(StandardCharsets.UTF_8)));
    assertMalformed(
        "not a WebAssembly module: starts with 6f 6b (a text file)", new Bytes().u8('o', 'k'));
  }

  @Test
  void showsTheBytesOfAnyOtherFile() {
    assertMalformed(
        "not a WebAssembly module: starts with 1f 8b 08 00", new Bytes().u8(0x1f, 0x8b, 8, 0, 0));
  }

  @Test
  void tellsAnEmptyFile() {
    assertMalformed("not a WebAssembly module: the file is empty", new Bytes());
  }

  @Test
  void tellsAFileThatEndsInTheHeader() {
    assertMalformed(
        "not a WebAssembly module: ends after 6 bytes", new Bytes().u8(0, 'a', 's', 'm', 1, 0));
    assertMalformed("not a WebAssembly module: starts with 00 61", new Bytes().u8(0, 'a'));
  }

  @Test
  void tellsAnotherVersionAndAComponent() {
    assertMalformed(
        "expected a core module of version 01 00 00 00, found 02 00 00 00",
        new Bytes().u8(0, 'a', 's', 'm', 2, 0, 0, 0));
    assertMalformed(
        "expected a core module of version 01 00 00 00, found 0d 00 01 00 (a component)",
        new Bytes().u8(0, 'a', 's', 'm', 0x0d, 0, 1, 0));
  }

  // Sections

  @Test
  void tellsASectionThatRunsPastTheFile() {
    assertMalformed("type section: ends early: 5 bytes at offset 0xa, 1 left", file(1, 5, 0));
    assertMalformed("section 99: ends early: 5 bytes at offset 0xa, 0 left", file(99, 5));
    assertMalformed("type section: ends early: 1 byte at offset 0x9, 0 left", file(1));
  }

  @Test
  void tellsANumberThatDoesNotFit() {
    assertMalformed(
        "type section: number does not fit 32 bits at offset 0x9",
        file(1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00));
    assertMalformed(
        "type section: number does not fit 32 bits at offset 0x9",
        file(1, 0xff, 0xff, 0xff, 0xff, 0x1f));
  }

  @Test
  void refusesMoreEntriesThanThereAreBytes() {
    assertMalformed(
        "type section: count: 4294967295 entries at offset 0xa, 0 bytes left",
        file(1, 5, 0xff, 0xff, 0xff, 0xff, 0x0f));
    assertMalformed(
        "import section: count: 2 entries at offset 0xa, 1 bytes left", file(2, 2, 2, 0));
  }

  @Test
  void tellsATypeFormThatIsNone() {
    assertMalformed("type section: type form 0x4d at offset 0xb is unknown", file(1, 2, 1, 0x4d));
  }

  @Test
  void tellsAValueTypeThatItDoesNotKnow() {
    assertMalformed(
        "type section: value type 0x65 at offset 0xd is not supported",
        file(1, 4, 1, 0x60, 1, 0x65));
  }

  @Test
  void refusesMoreParametersThanThereAreBytes() {
    assertMalformed(
        "type section: count: 200 entries at offset 0xc, 1 bytes left",
        file(1, 5, 1, 0x60, 0xc8, 0x01, 0x7f));
  }

  @Test
  void tellsAnImportKindThatItDoesNotKnow() {
    assertMalformed(
        "import section: import kind 9 at offset 0xf", file(2, 8, 1, 1, 'm', 1, 'n', 9, 0, 0));
  }

  @Test
  void tellsANameThatRunsPastTheSection() {
    assertMalformed(
        "import section: module: string runs past the section: 40 bytes at offset 0xb, 1 left",
        file(2, 3, 1, 40, 'm'));
  }

  @Test
  void tellsANameThatIsNotUtf8() {
    assertMalformed(
        "import section: module: string is not UTF-8 at offset 0xb", file(2, 4, 1, 2, 0xc3, 0x28));
  }

  @Test
  void refusesATagWithResults() {
    assertMalformed(
        "import section: tag type: () -> i32 at offset 0x1a has results",
        module("x.wasm").importTag("env", "t", "() -> i32").toArray());
  }

  @Test
  void tellsATypeIndexThatIsNotThere() {
    assertMalformed(
        "import section: type index: 7 at offset 0x10, there are 0",
        file(2, 8, 1, 1, 'm', 1, 'n', 0, 7, 0));
    assertMalformed(
        "function section: type index: 4294967295 at offset 0xb, there are 0",
        file(3, 6, 1, MAX_U32[0], MAX_U32[1], MAX_U32[2], MAX_U32[3], MAX_U32[4]));
  }

  @Test
  void tellsLimitsThatAreNone() {
    assertMalformed(
        "memory section: limits: minimum 3 is over maximum 2 at offset 0xc",
        file(5, 4, 1, 0x01, 3, 2));
    assertMalformed("memory section: limits: flags 0x10 at offset 0xb", file(5, 3, 1, 0x10, 1));
    assertMalformed(
        "memory section: limits: minimum 3 is over maximum 2 at offset 0xc",
        file(5, 4, 1, 0x05, 3, 2));
    assertMalformed(
        "table section: limits: a shared table at offset 0xc", file(4, 5, 1, 0x70, 0x07, 1, 2));
  }

  @Test
  void namesWhatNoEngineHas() {
    assertMalformed(
        "needs pages of other sizes (custom-page-sizes), which no engine has:"
            + " memory section at offset 0xb",
        file(5, 4, 1, 0x08, 1, 0));
    assertMalformed(
        "needs stack switching (stack-switching), which no engine has: type section at offset 0xb",
        file(1, 2, 1, 0x5d));
  }

  @Test
  void tellsAMutabilityThatIsNone() {
    assertMalformed("global section: mutability 2 at offset 0xc", file(6, 3, 1, 0x7f, 2));
  }

  @Test
  void tellsAnInitialValueThatIsNotConstant() {
    assertMalformed(
        "global section: opcode 0x10 at offset 0xd is not constant",
        file(6, 6, 1, 0x7f, 0, 0x10, 0, 0x0b));
  }

  @Test
  void tellsAnInitialValueThatDoesNotEnd() {
    assertMalformed(
        "global section: constant expression: ends early: 1 byte at offset 0xf, 0 left",
        file(6, 5, 1, 0x7f, 0, 0x41, 0));
  }

  @Test
  void tellsANumberThatIsTooLong() {
    assertMalformed(
        "global section: operand: number is longer than 10 bytes at offset 0xe",
        file(
            6, 15, 1, 0x7f, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0,
            0x0b));
  }

  @Test
  void tellsAnExportKindThatItDoesNotKnow() {
    assertMalformed("export section: export kind 5 at offset 0xd", file(7, 5, 1, 1, 'x', 5, 0));
  }

  @Test
  void tellsAnExportOfWhatIsNotThere() {
    assertMalformed(
        "export section: index of x: 3 at offset 0xe, there are 0", file(7, 5, 1, 1, 'x', 0, 3));
  }

  @Test
  void tellsTwoExportsOfOneName() {
    assertMalformed(
        "export section: two exports are named m at offset 0x14",
        module("x.wasm").memory(1).exportMemory("m").exportMemory("m").toArray());
  }

  @Test
  void tellsAStartFunctionThatIsNotThere() {
    assertMalformed("start section: function index: 0 at offset 0xa, there are 0", file(8, 1, 0));
  }

  @Test
  void tellsACustomSectionWithoutAName() {
    assertMalformed("custom section: name: ends early: 1 byte at offset 0xa, 0 left", file(0, 0));
  }

  // dylink.0, whose contents start at offset 0x13

  @Test
  void tellsASubSectionThatRunsPastTheSection() {
    assertMalformed(
        "dylink.0: needed: ends early: 9 bytes at offset 0x15, 1 left", dylink().raw(2, 9, 0));
    assertMalformed(
        "dylink.0: sub-section 77: ends early: 4294967295 bytes at offset 0x19, 0 left",
        dylink().raw(77).raw(MAX_U32));
  }

  @Test
  void tellsALibrarysNameThatRunsPastTheSubSection() {
    assertMalformed(
        "dylink.0: needed: name: string runs past the section: 40 bytes at offset 0x16, 3 left",
        dylink().raw(2, 5, 1, 40, 'l', 'i', 'b').needed("libc.so"));
  }

  @Test
  void refusesMoreLibrariesThanThereAreBytes() {
    assertMalformed(
        "dylink.0: needed: count: 4294967295 entries at offset 0x15, 0 bytes left",
        dylink().subsection(2, new Bytes().u32(0xffff_ffffL)));
    assertMalformed(
        "dylink.0: export-info: count: 4294967295 entries at offset 0x15, 1 bytes left",
        dylink().subsection(3, new Bytes().u32(0xffff_ffffL).u8(0)));
    assertMalformed(
        "dylink.0: import-info: count: 9 entries at offset 0x15, 0 bytes left",
        dylink().subsection(4, new Bytes().u32(9)));
    assertMalformed(
        "dylink.0: runtime-path: count: 9 entries at offset 0x15, 0 bytes left",
        dylink().subsection(5, new Bytes().u32(9)));
  }

  @Test
  void refusesAlignmentsThatWouldExhaustTheMemory() {
    assertMalformed(
        "dylink.0: mem-info: memory alignment: 2^31 at offset 0x16, at most 2^20",
        dylink().memInfo(16, 31, 0, 0));
    assertMalformed(
        "dylink.0: mem-info: table alignment: 2^4294967295 at offset 0x18, at most 2^20",
        dylink().memInfo(16, 0, 0, 0xffff_ffffL));
  }

  @Test
  void tellsMemInfoThatEndsEarlyOrLate() {
    assertMalformed(
        "dylink.0: mem-info: table size: ends early: 1 byte at offset 0x17, 0 left",
        dylink().subsection(1, new Bytes().u8(0, 0)));
    assertMalformed(
        "dylink.0: mem-info: 2 bytes too many at offset 0x19",
        dylink().subsection(1, new Bytes().u8(0, 0, 0, 0, 0, 0)));
  }

  @Test
  void tellsFlagsThatDoNotFit() {
    assertMalformed(
        "dylink.0: export-info: flags: number does not fit 32 bits at offset 0x18",
        dylink().subsection(3, new Bytes().u32(1).name("x").u8(0xff, 0xff, 0xff, 0xff, 0x7f)));
  }

  @Test
  void tellsAnImportInfoThatEndsEarly() {
    assertMalformed(
        "dylink.0: import-info: name: ends early: 1 byte at offset 0x1a, 0 left",
        dylink().subsection(4, new Bytes().u32(1).name("env")));
  }

  @Test
  void failsAtEachPlaceWhereAModuleIsCutOff() {
    byte[] whole =
        module("x.wasm")
            .dylink(dylink().memInfo(16, 2, 1, 0).needed("libc.so").exportInfo("f", 1))
            .importMemory("env", "memory", 1)
            .importFunction("env", "puts", "(i32) -> i32")
            .exportedFunction("f", "() -> i32", code().i32Const(1).call("env.puts"))
            .toArray();
    int sections = 0;
    for (int size = 0; size < whole.length; size++) {
      byte[] cut = Arrays.copyOf(whole, size);
      if (isWhole(cut)) {
        sections++;
      }
    }
    // header, then behind dylink.0, type, import, function and export section
    assertEquals(6, sections);
  }

  private static boolean isWhole(byte[] bytes) {
    try {
      WasmModule.read("x.wasm", bytes);
      return true;
    } catch (MalformedModuleException e) {
      return false;
    }
  }

  // Segments

  @Test
  void tellsMoreFunctionsThanTheFileHolds() {
    // One segment at 0, of 2^31 - 1 functions.
    assertMalformed(
        "element section: functions: 2147483647 entries at offset 0xf, 1 bytes left",
        file(9, 11, 1, 0, 0x41, 0, 0x0b, 0xff, 0xff, 0xff, 0xff, 0x07, 0));
    assertMalformed("element section: segment kind 8 at offset 0xb", file(9, 2, 1, 8));
  }

  @Test
  void tellsMoreDataThanTheFileHolds() {
    assertMalformed(
        "data section: data segment: ends early: 2147483647 bytes at offset 0x14, 1 left",
        file(11, 11, 1, 0, 0x41, 0, 0x0b, 0xff, 0xff, 0xff, 0xff, 0x07, 0));
    assertMalformed("data section: segment kind 3 at offset 0xb", file(11, 2, 1, 3));
  }

  @Test
  void skipsSegmentsOfEveryKind() throws MalformedModuleException {
    int[] offset = {0x41, 0, 0x0b};
    Bytes elements =
        new Bytes()
            .u32(8)
            .u8(0)
            .u8(offset)
            .u8(1, 0)
            .u8(1, 0, 1, 0)
            .u8(2, 0)
            .u8(offset)
            .u8(0, 1, 0)
            .u8(3, 0, 1, 0)
            .u8(4)
            .u8(offset)
            .u8(1, 0xd2, 0, 0x0b)
            .u8(5, 0x70, 1, 0xd0, 0x70, 0x0b)
            .u8(6, 0)
            .u8(offset)
            .u8(0x70, 1, 0xd2, 0, 0x0b)
            .u8(7, 0x70, 0);
    Bytes data = new Bytes().u32(3).u8(0).u8(offset).name("a").u8(1).name("b");
    data.u8(2, 0).u8(offset).name("c");
    Bytes file = file().section(9, elements).section(11, data);

    assertEquals(0, WasmModule.read("x.wasm", file.toArray()).exports().size());
  }

  /** The header and these bytes. */
  private static Bytes file(int... bytes) {
    return new Bytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0).u8(bytes);
  }

  private static void assertMalformed(String message, DylinkBuilder section) {
    assertMalformed(message, module("x.wasm").dylink(section).toArray());
  }

  private static void assertMalformed(String message, Bytes bytes) {
    assertMalformed(message, bytes.toArray());
  }

  private static void assertMalformed(String message, byte[] bytes) {
    var thrown =
        assertThrows(MalformedModuleException.class, () -> WasmModule.read("x.wasm", bytes));
    assertEquals("x.wasm: " + message, thrown.getMessage());
  }
}
