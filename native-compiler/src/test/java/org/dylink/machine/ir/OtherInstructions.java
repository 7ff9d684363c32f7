package org.dylink.machine.ir;

import static org.dylink.format.ValueType.EXTERNREF;
import static org.dylink.format.ValueType.FUNCREF;
import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;

import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * A module with each instruction whose types depend on the module, with accesses of memory between
 * them: where a check stands on one way, and the access on another.
 */
final class OtherInstructions {
  private static final String[] COPIES = {"0 0", "1 1", "0 1", "1 0", "2 0"};

  private OtherInstructions() {}

  static ModuleBuilder module(boolean shared) {
    ModuleBuilder module =
        EveryInstruction.shell(shared)
            .table(EXTERNREF, 1)
            .tag("t", "(i32) -> ()")
            .global("n", I32, true, code().i32Const(0))
            .global("r", EXTERNREF, true, code().refNull(EXTERNREF))
            .declaredElements("loads");
    module.exportedFunction("loads", "(i32) -> i32", load());
    copies(module);
    blocks(module);
    neighbours(module);
    exceptions(module);
    calls(module);
    wideCalls(module);
    references(module);
    return module;
  }

  private static Code load() {
    return code().localGet(0).i32Load(8);
  }

  private static void copies(ModuleBuilder module) {
    for (String each : COPIES) {
      int to = each.charAt(0) - '0';
      int from = each.charAt(2) - '0';
      String size = to == 1 && from == 1 ? "i64" : "i32";
      String type = (to == 1 ? "(i64, " : "(i32, ") + (from == 1 ? "i64, " : "i32, ") + size;
      module.exportedFunction("copy" + each, type + ") -> ()", operands(3).op(0xfc, 10, to, from));
    }
    module.exportedFunction("tables", "(i32, i32, i32) -> ()", operands(3).tableCopy(0, 0));
  }

  private static Code operands(int count) {
    Code code = code();
    for (int i = 0; i < count; i++) {
      code.localGet(i);
    }
    return code;
  }

  private static void blocks(ModuleBuilder module) {
    Code either = code().localGet(0).ifThen(I32).then(load()).orElse().then(load()).end();
    module.exportedFunction("either", "(i32) -> i32", either.then(load()).i32Add());
    Code loop = code().block().loop().then(load()).op(0x04, 0x40).br(1).end().then(load());
    module.exportedFunction(
        "loop", "(i32) -> ()", loop.brIf(1).then(load()).brTable(0, 1, 1).end().end().nop());
    Code given = code().then(load()).localTee(0).localSet(0).then(load()).drop().then(load());
    module.exportedFunction("given", "(i32) -> i32", given.returnAll().unreachable());
    Code chosen = load().then(load()).localGet(0).select().localGet(0).localGet(0).select(I32);
    module.exportedFunction("chosen", "(i32) -> i32", chosen);
    Code globals = load().globalSet("n").globalGet("n").i32Load(0);
    module.exportedFunction("globals", "(i32) -> i32", globals);
  }

  // Accesses behind one address, of which a check may do for several.
  private static void neighbours(ModuleBuilder module) {
    Code rising = load().localGet(0).i32Load(12).i32Add().localGet(0).i32Load(2).i32Add();
    module.exportedFunction("rising", "(i32) -> i32", rising);
    Code stored = code().localGet(0).then(load()).i32Store(16).localGet(0).i32Load(20).drop();
    module.exportedFunction("stored", "(i32) -> i32", stored.then(load()));
    Code moved = load().localGet(0).i32Const(4).i32Add().localSet(0).localGet(0).i32Load(12);
    module.exportedFunction("moved", "(i32) -> i32", moved.i32Add());
    Code turned = code().loop().then(load()).localSet(0).localGet(0).brIf(0).end().then(load());
    module.exportedFunction("turned", "(i32) -> i32", turned);
    Code parted = code().localGet(0).op(0x04, 0x40).then(load()).localSet(0).orElse();
    module.exportedFunction(
        "parted", "(i32) -> i32", parted.then(load()).drop().end().then(load()));
  }

  private static void exceptions(ModuleBuilder module) {
    Code tried =
        code().legacyTry("() -> i32").then(load()).throwTag("t").legacyCatch("t").i32Load(4);
    tried.legacyCatchAll().then(load()).drop().legacyRethrow(0).end();
    module.exportedFunction("legacy", "(i32) -> i32", tried);
    Code delegated = code().legacyTry("() -> i32").then(load()).op(0x18, 0);
    module.exportedFunction("delegated", "(i32) -> i32", delegated);
    Code table =
        code()
            .block("() -> (i32, exnref)")
            .tryTable(I32, Code.Clause.onRef("t", 0))
            .then(load())
            .call("loads")
            .end()
            .returnAll()
            .end()
            .throwRef();
    module.exportedFunction("table", "(i32) -> i32", table);
  }

  private static void calls(ModuleBuilder module) {
    String type = "(i32) -> i32";
    module.exportedFunction("local", type, load().call("loads").call("env.host"));
    module.exportedFunction("indirect", type, load().localGet(0).callIndirect(type));
    module.exportedFunction(
        "wide", "(i64) -> i32", code().i32Const(0).localGet(0).callIndirect(1, type));
    module.exportedFunction("tail", type, load().returnCall("loads"));
    module.exportedFunction("tailIndirect", type, load().localGet(0).returnCallIndirect(type));
    module.type(type);
    module.exportedFunction("referred", type, load().refFunc("loads").op(0x14, 0));
    module.exportedFunction("tailReferred", type, load().refFunc("loads").op(0x15, 0));
  }

  // Of more than registers hold.
  private static void wideCalls(ModuleBuilder module) {
    String type = "(i32" + ", i64".repeat(8) + ", f64".repeat(9) + ", v128) -> (i32, i64, v128)";
    Code far = code().localGet(8).op(0xa7).i32Load(4); // i32.wrap_i64
    module.exportedFunction("many", type, far.then(load()).i32Add().localGet(8).localGet(18));
    module.exportedFunction("callsMany", type, operands(19).call("many"));
    module.exportedFunction("tailMany", type, operands(19).returnCall("callsMany"));
  }

  private static void references(ModuleBuilder module) {
    module.exportedFunction("get", "(i32) -> funcref", code().localGet(0).tableGet(0));
    module.exportedFunction("getWide", "(i64) -> funcref", code().localGet(0).tableGet(1));
    module.exportedFunction("set", "(i32, funcref) -> ()", operands(2).tableSet(0));
    module.exportedFunction("getOther", "(i32) -> externref", code().localGet(0).tableGet(2));
    module.exportedFunction("grow", "(funcref, i32) -> i32", operands(2).tableGrow(0));
    module.exportedFunction("fill", "(i32, funcref, i32) -> ()", operands(3).tableFill(0));
    Code global = code().globalGet("r").localGet(0).globalSet("r");
    module.exportedFunction("global", "(externref) -> externref", global);
    Code nulls = code().block().localGet(0).op(0xd5, 0).op(0x1a).localGet(0).op(0xd4, 0x1a).end();
    nulls.block("() -> funcref").localGet(0).op(0xd6, 0).refNull(FUNCREF).end().refIsNull();
    module.exportedFunction("nulls", "(funcref) -> i32", nulls.op(0x1a).i32Const(0).i32Load(0));
  }
}
