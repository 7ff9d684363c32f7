package org.dylink.format;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.testing.Bytes;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** What can be read of a module that is right. */
class WasmModuleTest {
  @Test
  void whatIsReadTwiceIsThereOnce() throws Exception {
    byte[] bytes = module("lib.so").memory(1, 2).toArray();
    WasmModule first = WasmModule.read("lib.so", bytes);
    assertSame(first, WasmModule.read("lib.so", bytes.clone()));
    assertEquals("other.so", WasmModule.read("other.so", bytes).name());
    byte[] larger = module("lib.so").memory(1, 3).toArray();
    assertEquals(3, WasmModule.read("lib.so", larger).memories().get(0).limits().maximum());
    WasmModule beside = first.with(kind -> Optional.empty());
    assertNotSame(Companions.NONE, beside.companions());
    assertSame(Companions.NONE, WasmModule.read("lib.so", bytes).companions());
    assertSame(first.features(), beside.features());
    assertSame(beside.digest(), first.digest());
  }

  @Test
  void readsImportsInOrder() {
    WasmModule module =
        module("lib.so")
            .importMemory("env", "memory", 4)
            .importTable("env", "__indirect_function_table", 1, 9)
            .importGlobal("GOT.mem", "errno", ValueType.I32, true)
            .importFunction("env", "puts", "(i32) -> i32")
            .importTag("env", "__c_longjmp", "(i32) -> ()")
            .build();

    assertEquals(
        List.of(
            new Import("env", "memory", new MemoryType(new Limits(4, Limits.UNBOUNDED), false)),
            new Import(
                "env",
                "__indirect_function_table",
                new TableType(ValueType.FUNCREF, new Limits(1, 9))),
            new Import("GOT.mem", "errno", new GlobalType(ValueType.I32, true)),
            new Import("env", "puts", Signature.of("(i32) -> i32")),
            new Import("env", "__c_longjmp", new TagType(Signature.of("(i32) -> ()")))),
        module.imports());
    assertEquals("GOT.mem.errno", module.imports().get(2).qualifiedName());
  }

  @Test
  void readsExportsWithTypesAndIndexesBehindTheImports() {
    WasmModule module =
        module("lib.so")
            .importFunction("env", "f", "() -> ()")
            .importGlobal("env", "g", ValueType.I32, false)
            .memory(1, 2)
            .table(3)
            .tag("tag", "(i64) -> ()")
            .global("address", ValueType.I32, false, code().globalGet("env.g").i32Const(4).i32Add())
            .exportedFunction("add", "(f32, f64) -> (i32, i64)", code().unreachable())
            .exportMemory("memory")
            .exportTable("table")
            .exportGlobal("address", "address")
            .exportTag("tag", "tag")
            .exportFunction("again", "env.f")
            .build();

    assertEquals(
        List.of(
            new Export("add", Signature.of("(f32, f64) -> (i32, i64)"), 1),
            new Export("memory", new MemoryType(new Limits(1, 2), false), 0),
            new Export(
                "table", new TableType(ValueType.FUNCREF, new Limits(3, Limits.UNBOUNDED)), 0),
            new Export("address", new GlobalType(ValueType.I32, false), 1),
            new Export("tag", new TagType(Signature.of("(i64) -> ()")), 0),
            new Export("again", Signature.of("() -> ()"), 0)),
        module.exports());
    assertEquals(Optional.of(module.exports().get(1)), module.export("memory"));
    assertEquals(Optional.empty(), module.export("none"));
    assertEquals(2, module.functionCount());
    assertEquals(Signature.of("() -> ()"), module.functionType(0));
  }

  @Test
  void readsASharedMemory() throws Exception {
    byte[] bytes = module("mt.wasm").sectionAtEnd(5, new Bytes().u8(1, 0x03, 1, 4)).toArray();
    byte[] exporting =
        module("mt.wasm")
            .sectionAtEnd(5, new Bytes().u8(1, 0x03, 1, 4))
            .sectionAtEnd(7, new Bytes().u8(1).name("memory").u8(2, 0))
            .toArray();

    assertEquals(List.of(), WasmModule.read("mt.wasm", bytes).exports());
    assertEquals(
        new MemoryType(new Limits(1, 4), true),
        WasmModule.read("mt.wasm", exporting).exports().get(0).type());
  }

  @Test
  void readsATableWithAnInitializer() throws Exception {
    byte[] bytes =
        module("lib.so")
            .sectionAtEnd(4, new Bytes().u8(1, 0x40, 0x00, 0x70, 0x00, 2, 0xd0, 0x70, 0x0b))
            .sectionAtEnd(7, new Bytes().u8(1).name("table").u8(1, 0))
            .toArray();

    assertEquals(
        new TableType(ValueType.FUNCREF, new Limits(2, Limits.UNBOUNDED)),
        WasmModule.read("lib.so", bytes).exports().get(0).type());
  }

  @Test
  void stepsOverEachConstantExpression() {
    WasmModule module =
        module("lib.so")
            .importGlobal("env", "base", ValueType.I32, false)
            .global("a", ValueType.I32, false, code().i32Const(-1))
            .global("b", ValueType.I64, false, code().i64Const(Long.MIN_VALUE))
            .global("c", ValueType.F32, false, code().f32Const(0.5f))
            .global("d", ValueType.F64, false, code().f64Const(-0.0))
            .global("e", ValueType.FUNCREF, false, code().refFunc("f"))
            .global("g", ValueType.EXTERNREF, true, code().refNull(ValueType.EXTERNREF))
            .global("h", ValueType.I32, false, code().globalGet("env.base").i32Const(1).i32Sub())
            .global(
                "v",
                ValueType.V128,
                false,
                code().op(0xfd, 0x0c).op(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
            .function("f", "() -> ()", code())
            .exportGlobal("v", "v")
            .build();

    assertEquals(
        new Export("v", new GlobalType(ValueType.V128, false), 8), module.exports().get(0));
  }

  @Test
  void tellsTheStartFunction() {
    assertEquals(OptionalInt.empty(), module("lib.so").build().startFunction());
    assertEquals(
        OptionalInt.of(1),
        module("lib.so")
            .importFunction("env", "f", "() -> ()")
            .function("init", "() -> ()", code())
            .start("init")
            .build()
            .startFunction());
  }

  @Test
  void namesFunctionsBySectionThenExportThenIndex() throws Exception {
    byte[] bytes =
        module("lib.so")
            .function("a", "() -> ()", code())
            .exportedFunction("b", "() -> ()", code())
            .exportFunction("b_alias", "b")
            .exportedFunction("c", "() -> ()", code())
            .customSection(
                "name",
                new Bytes()
                    .section(0, new Bytes().name("lib"))
                    .section(1, new Bytes().u32(1).u32(2).name("real_c"))
                    .section(42, new Bytes())
                    .toArray())
            .toArray();
    WasmModule module = WasmModule.read("lib.so", bytes);

    assertEquals("func[0]", module.functionName(0));
    assertEquals("b", module.functionName(1));
    assertEquals("real_c", module.functionName(2));
    assertEquals("func[77]", module.functionName(77));
  }

  @Test
  void tellsWhichProgramsItIsForByItsMemory() {
    assertEquals(
        Threading.THREADS,
        module("a.so").importSharedMemory("env", "memory", 1, 2).build().threading());
    assertEquals(
        Threading.NO_THREADS, module("a.so").importMemory("env", "memory", 1).build().threading());
    assertEquals(
        Threading.NO_THREADS, module("a").memory(1).exportMemory("memory").build().threading());
    assertEquals(
        Threading.THREADS,
        module("a").sharedMemory(1, 2).exportMemory("memory").build().threading());
    assertEquals(Threading.EITHER, module("a.so").build().threading());
    assertEquals(Threading.EITHER, module("a.so").memory(1).build().threading());
    assertEquals(
        Threading.EITHER, module("a.so").importMemory("other", "memory", 1).build().threading());
  }

  @Test
  void tellsWhatAddressesItsProgramsHave() {
    ProgramKind wide = module("a.so").importWideMemory("env", "memory", 1).build().programKind();
    ProgramKind narrow = module("a.so").importMemory("env", "memory", 1).build().programKind();
    assertTrue(wide.isWide());
    assertFalse(narrow.isWide());
    assertFalse(wide.fits(narrow));
    assertTrue(wide.fits(ProgramKind.ANY) && ProgramKind.ANY.fits(wide));
    assertEquals(wide, ProgramKind.ANY.and(wide));
    assertEquals(wide, wide.and(ProgramKind.ANY));
    assertEquals("built for wasm64", wide.unlike(narrow));
    assertEquals("built for wasm32", narrow.unlike(wide));
    ProgramKind threads = ProgramKind.of(Threading.THREADS, false);
    assertEquals("built without threads (-pthread)", narrow.unlike(threads));
    assertEquals("built for threads (-pthread)", threads.unlike(narrow));
  }

  @Test
  void showsThreadLocalDataByASymbolElseByASegmentsName() {
    ModuleBuilder symbols =
        module("a.so").dylink(dylink().exportInfo("y", TLS).exportInfo("x", TLS | HIDDEN));
    assertEquals(Optional.of("symbol x"), symbols.build().threadLocalSign());
    assertEquals(Optional.of("segment .tdata"), named(".tdata").threadLocalSign());
    assertEquals(Optional.empty(), named(".data").threadLocalSign());
    assertEquals(
        Optional.empty(),
        module("a.so").dylink(dylink().exportInfo("x", HIDDEN)).build().threadLocalSign());
  }

  private static WasmModule named(String segment) {
    Bytes names = new Bytes().section(9, new Bytes().u32(1).u32(0).name(segment));
    return module("a.so").customSection("name", names.toArray()).build();
  }

  @Test
  void doesWithoutNamesWhereTheirSectionMakesNoSense() throws Exception {
    byte[] bytes =
        module("lib.so")
            .exportedFunction("f", "() -> ()", code())
            .customSection(
                "name",
                new Bytes().section(1, new Bytes().u32(1).u32(0).name("g")).u8(1, 0x7f).toArray())
            .toArray();

    assertEquals("f", WasmModule.read("lib.so", bytes).functionName(0));
  }

  @Test
  void tellsItsDigest() throws Exception {
    byte[] empty = {0, 'a', 's', 'm', 1, 0, 0, 0};

    assertEquals(
        "93a44bbb96c751218e4c00d479e4c14358122a389acca16205b1e4d0dc5f9476",
        WasmModule.read("empty.wasm", empty).digest());
  }

  @Test
  void keepsItsOwnCopyOfTheFile() throws Exception {
    byte[] bytes = module("lib.so").memory(1).toArray();
    byte[] original = bytes.clone();
    WasmModule module = WasmModule.read("lib.so", bytes);
    bytes[0] = 99;
    module.bytes().toArray()[1] = 99;

    assertArrayEquals(original, module.bytes().toArray());
    assertEquals("lib.so", module.toString());
    assertEquals("lib.so", module.name());
  }

  @Test
  void doesNotLetItsListsBeChanged() {
    WasmModule module = module("lib.so").memory(1).exportMemory("memory").build();

    assertThrows(UnsupportedOperationException.class, () -> module.exports().clear());
    assertThrows(UnsupportedOperationException.class, () -> module.imports().add(null));
  }

  @Test
  void looksAtNoFunctionBody() {
    assertTrue(
        module("lib.so")
            .exportedFunction("f", "() -> i32", code().op(0xff, 0xff, 0xff))
            .build()
            .export("f")
            .isPresent());
  }

  @Test
  void printsTypesAsMessagesDo() {
    assertEquals("(i32, i64) -> f32", Signature.of("(i32, i64) -> f32").toString());
    assertEquals("() -> ()", Signature.of("() -> ()").toString());
    assertEquals("() -> (f64, v128)", Signature.of("() -> (f64, v128)").toString());
    assertEquals("(mut i32)", new GlobalType(ValueType.I32, true).toString());
    assertEquals("i64", new GlobalType(ValueType.I64, false).toString());
    assertEquals("{min 1, max 2} shared", new MemoryType(new Limits(1, 2), true).toString());
    assertEquals(
        "{min 3} funcref",
        new TableType(ValueType.FUNCREF, new Limits(3, Limits.UNBOUNDED)).toString());
    assertEquals("(i32) -> ()", new TagType(Signature.of("(i32) -> ()")).toString());
  }

  @Test
  void namesKindsAsMessagesDo() {
    assertEquals("function", Signature.of("() -> ()").kind());
    assertEquals("table", new TableType(ValueType.FUNCREF, new Limits(0, 0)).kind());
    assertEquals("memory", new MemoryType(new Limits(0, 0), false).kind());
    assertEquals("global", new GlobalType(ValueType.I32, false).kind());
    assertEquals("tag", new TagType(Signature.of("() -> ()")).kind());
  }
}
