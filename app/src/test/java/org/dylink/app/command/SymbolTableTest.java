package org.dylink.app.command;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

final class SymbolTableTest {
  @Test
  void listsWhatIsDefinedThenWhatIsUsed() {
    WasmModule module =
        module("libfoo.so")
            .dylink(
                dylink()
                    .exportInfo("counter", WEAK | TLS)
                    .exportInfo("twice", HIDDEN)
                    .importInfo("env", "gone", WEAK))
            .importMemory("env", "memory", 0)
            .importFunction("env", "puts", "(i32) -> i32")
            .importFunction("env", "gone", "() -> ()")
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .importGlobal("GOT.func", "puts", ValueType.I32, true)
            .importGlobal("GOT.func", "handler", ValueType.I32, true)
            .importGlobal("GOT.mem", "errno", ValueType.I32, true)
            .global("counter", ValueType.I32, false, code().i32Const(8))
            .exportedFunction("twice", "(i32) -> i32", code().localGet(0))
            .exportGlobal("counter", "counter")
            .build();
    assertEquals(
        """
        NAME                              KIND      TYPE          FLAGS
        twice                             function  (i32) -> i32  hidden
        counter                           data      i32           weak tls
        puts                              function  (i32) -> i32  U
        gone                              function  () -> ()      U weak
        wasi_snapshot_preview1.proc_exit  function  (i32) -> ()   U
        handler                           function  -             U
        errno                             data      i32           U
        """,
        SymbolTable.of(module));
  }
}
