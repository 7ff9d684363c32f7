package org.dylink.linker;

import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Symbol.Kind;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

class SymbolTest {
  @Test
  void exportsAreFunctionsDataAndTagsInTheOrderOfTheFile() {
    WasmModule module =
        module("lib.so")
            .tag("t", "(i32) -> ()")
            .exportTag("thrown", "t")
            .exportedFunction("run", "(i32) -> i64", code().i64Const(1))
            .global("a", I32, false, code().i32Const(8))
            .exportGlobal("table", "a")
            .build();

    List<Symbol> symbols = Symbol.exportedBy(module);

    assertEquals(List.of("thrown", "run", "table"), symbols.stream().map(Symbol::name).toList());
    assertEquals(
        List.of(Kind.TAG, Kind.FUNCTION, Kind.DATA), symbols.stream().map(Symbol::kind).toList());
    assertEquals(new FunctionType(List.of(I32), List.of(I64)), symbols.get(1).type());
    assertEquals("i32", symbols.get(2).type().toString());
  }

  @Test
  void whatBelongsToEachModuleIsNoSymbol() {
    ModuleBuilder module = module("main.wasm").memory(1).table(1);
    module.exportMemory("memory").exportTable("__indirect_function_table");
    for (String name :
        List.of("_start", "_initialize", "__wasm_call_ctors", "__wasm_apply_data_relocs")) {
      module.exportedFunction(name, "() -> ()", code());
    }

    assertEquals(List.of(), Symbol.exportedBy(module.build()));
  }

  @Test
  void registersAndWideGlobalsAreNoSymbols() {
    WasmModule module =
        module("main.wasm")
            .global("sp", I32, true, code().i32Const(8))
            .exportGlobal("__stack_pointer", "sp")
            .global("wide", I64, false, code().i64Const(8))
            .exportGlobal("wide", "wide")
            .build();

    assertEquals(List.of(), Symbol.exportedBy(module));
  }

  @Test
  void memoriesAndTablesOfOtherNamesAreNoSymbols() {
    WasmModule module =
        module("main.wasm").memory(1).table(1).exportMemory("m").exportTable("t").build();

    assertEquals(List.of(), Symbol.exportedBy(module));
  }

  @Test
  void flagsAreThoseOfTheDylinkSection() {
    WasmModule module =
        module("lib.so")
            .dylink(dylink().exportInfo("f", WEAK | HIDDEN).exportInfo("x", TLS))
            .exportedFunction("f", "() -> ()", code())
            .exportedFunction("g", "() -> ()", code())
            .global("x", I32, false, code().i32Const(8))
            .exportGlobal("x", "x")
            .build();

    List<Symbol> symbols = Symbol.exportedBy(module);

    assertTrue(symbols.get(0).flags().isWeak());
    assertTrue(symbols.get(0).flags().isHidden());
    assertFalse(symbols.get(1).flags().isWeak());
    assertTrue(symbols.get(2).flags().isThreadLocal());
  }
}
