package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block may have for its type (WebAssembly Core, Binary Format, Block Types). */
class BlockTypeTest {
  private static final Engine ENGINE = JvmEngine.verifyingAtOnce();

  @ParameterizedTest
  @ValueSource(ints = {0x7f, 0x7e, 0x5f}) // with 0xff before it: -1 as i32 is, -129, -4097
  void aBlocksValueTypeIsOneByte(int second) {
    assertRefused(
        "malformed block type at offset 0x1f",
        code().op(0x02, 0xff, second).i32Const(1).end().drop());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x02, 0x03})
  void theEmptyBlockTypeIsOneByte(int opcode) {
    assertRefused("malformed block type at offset 0x1f", code().op(opcode, 0xc0, 0x7f).end());
  }

  private static void assertRefused(String rule, Code code) {
    WasmModule module = module("bad.wasm").exportedFunction("f", "() -> ()", code).build();
    InvalidModuleException refused =
        assertThrows(InvalidModuleException.class, () -> ENGINE.compile(module));
    assertEquals("bad.wasm: not valid: function f: " + rule, refused.getMessage());
  }
}
