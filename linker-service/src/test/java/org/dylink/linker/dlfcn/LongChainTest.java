package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkException;
import org.dylink.linker.testing.DlProgram;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/**
 * A chain of libraries, each of which needs the next and calls a function of it: opened, used,
 * closed and opened again. {@code -Ddylink.chain=100000} takes minutes and 6 GiB of heap.
 */
class LongChainTest {
  private static final int LENGTH = Integer.getInteger("dylink.chain", 1_000);
  private static final int NEAR_THE_END = LENGTH - 100; // the guest's calls go as deep as C's would

  @Test
  void comesAndGoesAsAWhole() throws LinkException {
    try (DlProgram program = DlProgram.start(new JvmEngine(), chain())) {
      List<String> before = program.loaded();
      for (int mode : List.of(DlProgram.NOW, DlProgram.NOW | DlProgram.GLOBAL)) {
        int handle = program.opened("l0.so", mode);
        assertEquals(before.size() + LENGTH, program.loaded().size());
        assertEquals(LENGTH - 1, program.call(handle, "f" + NEAR_THE_END));
        assertEquals(0, program.close(handle));
        assertEquals(before, program.loaded());
      }
    }
  }

  @Test
  void isTakenBackAsAWholeIfItsEndCannotBeHad() throws LinkException {
    ModuleBuilder[] chain = chain();
    chain[LENGTH - 1] =
        shared("l" + (LENGTH - 1) + ".so")
            .exportedFunction(name(LENGTH - 1), "() -> i32", code().i32Const(1))
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().unreachable());
    try (DlProgram program = DlProgram.start(new JvmEngine(), chain)) {
      List<String> before = program.loaded();
      assertEquals(
          "l"
              + (LENGTH - 1)
              + ".so: constructors trapped: unreachable: unreachable instruction executed",
          program.refused("l0.so", DlProgram.NOW));
      assertEquals(before, program.loaded());
    }
  }

  private static ModuleBuilder[] chain() {
    ModuleBuilder[] chain = new ModuleBuilder[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      chain[i] = i < LENGTH - 1 ? link(i) : last();
    }
    return chain;
  }

  private static ModuleBuilder link(int i) {
    return shared("l" + i + ".so", "l" + (i + 1) + ".so")
        .importFunction("env", name(i + 1), "() -> i32")
        .exportedFunction(name(i), "() -> i32", code().call("env." + name(i + 1)));
  }

  private static ModuleBuilder last() {
    return shared("l" + (LENGTH - 1) + ".so")
        .exportedFunction(name(LENGTH - 1), "() -> i32", code().i32Const(LENGTH - 1));
  }

  private static String name(int i) {
    return "f" + i;
  }
}
