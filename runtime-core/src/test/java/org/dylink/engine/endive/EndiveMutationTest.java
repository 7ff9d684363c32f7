package org.dylink.engine.endive;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;

/** Whatever the function bodies are, compiling them goes well or is refused. */
class EndiveMutationTest {
  private static final long SEED = 20_240_711;

  private final Random random = new Random(SEED);

  @Test
  void interpreterCompilesOrRefuses() {
    assertTimeout(Duration.ofSeconds(60), () -> mutate(new InterpreterEngine(), 10_000));
  }

  @Test
  void compilerCompilesOrRefuses() {
    assertTimeout(Duration.ofSeconds(60), () -> mutate(new CompilerEngine(), 1_000));
  }

  private void mutate(Engine engine, int rounds) {
    System.out.println("EndiveMutationTest: seed " + SEED);
    byte[] original = original();
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = original.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
      }
      try {
        engine.compile(WasmModule.read("mutated.so", bytes));
      } catch (MalformedModuleException | InvalidModuleException expected) {
        // what the contract asks for
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "seed %d, round %d: %s".formatted(SEED, round, HexFormat.of().formatHex(bytes)), e);
      }
    }
  }

  private static byte[] original() {
    return module("own.so")
        .importMemory("env", "memory", 1)
        .importFunction("env", "puts", "(i32) -> i32")
        .table(4)
        .global("g", ValueType.I32, true, code().i32Const(1))
        .tag("tag", "(i32) -> ()")
        .passiveData("text")
        .exportedFunction(
            "loop",
            "(i32) -> i32",
            code()
                .locals(ValueType.I64, ValueType.F64)
                .loop()
                .localGet(0)
                .i32Const(1)
                .i32Sub()
                .localTee(0)
                .brIf(0)
                .end()
                .localGet(0)
                .ifThen(ValueType.I32)
                .globalGet("g")
                .orElse()
                .i32Const(7)
                .call("env.puts")
                .end())
        .function(
            "more",
            "() -> ()",
            code()
                .block()
                .tryCatch(null, "tag", 0)
                .i32Const(0)
                .i32Const(0)
                .i32Const(4)
                .memoryInit(0)
                .i32Const(1)
                .i32Const(2)
                .callIndirect("(i32) -> i32")
                .throwTag("tag")
                .end()
                .end())
        .elements(code().i32Const(1), "loop", "env.puts")
        .withNames()
        .toArray();
  }
}
