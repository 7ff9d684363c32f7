package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.engine.CompiledModule;
import org.dylink.engine.InvalidModuleException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An atomic access has the alignment of its width and no other, unlike plain ones. */
class AtomicAlignmentTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anotherOneIsNotValid(int alignment) throws InvalidModuleException {
    CompiledModule module =
        new JvmEngine()
            .compile(
                module("lib.so")
                    .importSharedMemory("env", "memory", 1, 1)
                    .exportedFunction(
                        "f", "(i32) -> i32", code().localGet(0).op(0xfe).access(0x10, alignment, 0))
                    .build());

    assertThrows(InvalidModuleException.class, () -> JvmEngine.verify(module));
  }
}
