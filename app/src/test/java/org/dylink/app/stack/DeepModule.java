package org.dylink.app.stack;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;

import java.util.List;
import java.util.stream.Stream;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;

/** A program that recurses as deep as it is told and makes one of the calls there. */
final class DeepModule {
  private DeepModule() {}

  /**
   * Each call is a function of the table, by its number, and one more makes none; {@code down}
   * takes depth and number.
   */
  static byte[] main(List<DeepCalls> calls) {
    ModuleBuilder main =
        module("deep.wasm").dylink(dylink().memInfo(0, 0, 0, 0).needed("libdl.so"));
    calls.forEach(call -> main.importFunction(call.module(), call.name(), call.type()));
    main.importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()");
    main.importFunction("host", "again", "(i32) -> i32");
    main.memory(1).exportMemory("memory");
    main.table(calls.size() + 1).exportTable("__indirect_function_table");
    main.global("__stack_pointer", I32, true, code().i32Const(65_536));
    main.exportGlobal("__stack_pointer", "__stack_pointer");
    for (DeepCalls call : calls) {
      main.function("way " + call.name(), "() -> i32", way(call));
    }
    main.exportedFunction("_start", "() -> ()", code());
    main.exportedFunction("seven", "() -> i32", code().i32Const(7));
    main.exportedFunction("leave", "(i32) -> i32", leave());
    main.exportedFunction("down", "(i32, i32) -> i32", down());
    main.exportedFunction("between", "(i32) -> i32", between());
    main.function("nothing", "() -> i32", code().i32Const(0));
    main.elements(code().i32Const(0), ways(calls));
    data(main, 1024, "file");
    data(main, 1032, "new");
    data(main, 1040, "link");
    data(main, 1064, "\114\4\0\0\10\0\0\0");
    data(main, 1100, "content\n");
    data(main, 1300, "libplug.so\0");
    return main.toArray();
  }

  private static String[] ways(List<DeepCalls> calls) {
    Stream<String> names = calls.stream().map(call -> "way " + call.name());
    return Stream.concat(names, Stream.of("nothing")).toArray(String[]::new);
  }

  private static void data(ModuleBuilder to, int address, String text) {
    to.data(code().i32Const(address), text);
  }

  /** A library for dlopen. */
  static byte[] plugin() {
    return module("libplug.so")
        .dylink(dylink().memInfo(0, 0, 0, 0))
        .importMemory("env", "memory", 1)
        .exportedFunction("plug", "() -> i32", code().i32Const(1))
        .toArray();
  }

  private static Code way(DeepCalls call) {
    Code code = code();
    List<ValueType> params = Signature.of(call.type()).params();
    for (int i = 0; i < params.size(); i++) {
      long argument = call.arguments().get(i);
      if (params.get(i) == I32) {
        code.i32Const((int) argument);
      } else {
        code.i64Const(argument);
      }
    }
    code.call(call.module() + "." + call.name());
    return call.name().equals("dlopen") ? code.i32Eqz().i32Eqz() : code;
  }

  private static Code down() {
    return code()
        .localGet(0)
        .i32Eqz()
        .ifThen(I32)
        .localGet(1)
        .callIndirect("() -> i32")
        .orElse()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .localGet(1)
        .call("down")
        .end();
  }

  private static Code leave() {
    return code()
        .localGet(0)
        .ifThen(I32)
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .call("leave")
        .orElse()
        .i32Const(3)
        .call("wasi_snapshot_preview1.proc_exit")
        .i32Const(0)
        .end();
  }

  /** Through the host and back for each level. */
  private static Code between() {
    return code().localGet(0).call("host.again");
  }
}
