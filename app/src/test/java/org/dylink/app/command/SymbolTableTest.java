package org.dylink.app.command;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.HIDDEN;
import static org.dylink.testing.DylinkBuilder.TLS;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.dylink.app.search.LibraryFile;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.FileIdentity;
import org.dylink.linker.Library;
import org.dylink.linker.link.resolve.BindingPreview;
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
    Library library =
        new FileLibrary(
            new LibraryFile(
                Path.of("libfoo.so"), "libfoo.so", module, new FileIdentity(1, module.digest())));
    assertEquals(
        """
        NAME       KIND      TYPE          FLAGS     DEFINED BY                   USED BY
        twice      function  (i32) -> i32  hidden    libfoo.so
        counter    data      i32           weak tls  libfoo.so
        puts       function  (i32) -> i32  U         -                            libfoo.so
        gone       function  () -> ()      U weak    -                            libfoo.so
        proc_exit  function  (i32) -> ()   U         host wasi_snapshot_preview1  libfoo.so
        handler    function  -             U         -                            libfoo.so
        errno      data      i32           U         -                            libfoo.so
        """,
        SymbolTable.of(library, BindingPreview.of(List.of(library), List.of())));
  }
}
