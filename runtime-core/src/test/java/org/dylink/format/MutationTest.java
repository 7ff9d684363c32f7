package org.dylink.format;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.dylink.testing.Corpus;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, reading them ends soon, and well or with a MalformedModuleException. */
class MutationTest {
  private static final long SEED = 20_240_711;
  private static final int OWN_ROUNDS = 20_000;
  private static final int CORPUS_ROUNDS = 100;
  private static final int LARGEST = 50_000;

  private final Random random = new Random(SEED);

  @Test
  void readsOrRefusesMutationsOfASmallModule() {
    System.out.println("MutationTest: seed " + SEED);
    assertTimeout(Duration.ofSeconds(30), () -> mutate("own", ownModule(), OWN_ROUNDS));
  }

  @Test
  void readsOrRefusesMutationsOfTheCorpus() {
    List<Path> modules = Corpus.modules();
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (Path file : modules) {
            if (Files.size(file) <= LARGEST) {
              mutate(file.toString(), Corpus.bytes(file), CORPUS_ROUNDS);
            }
          }
        });
  }

  private void mutate(String name, byte[] original, int rounds) {
    for (int round = 0; round < rounds; round++) {
      byte[] mutated = mutation(original);
      try {
        use(WasmModule.read("mutated.so", mutated));
      } catch (MalformedModuleException expected) {
        // what the contract asks for
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "seed %d, %s, round %d: %s"
                .formatted(SEED, name, round, HexFormat.of().formatHex(head(mutated))),
            e);
      }
    }
  }

  private static void use(WasmModule module) {
    for (int i = 0; i < Math.min(module.functionCount(), 10); i++) {
      module.functionName(i);
      module.functionType(i);
    }
  }

  /** One to four changes, most of them near the front, where dylink.0 and the types are. */
  private byte[] mutation(byte[] original) {
    byte[] bytes = original.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 120) : bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> set(bytes, at, random.nextInt(256));
            case 1 -> set(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 2 -> set(bytes, at, List.of(0, 0x7f, 0x80, 0xff).get(random.nextInt(4)));
            case 3 -> Arrays.copyOf(bytes, Math.max(1, at));
            default -> withoutByte(bytes, at);
          };
    }
    return bytes;
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    return bytes;
  }

  private static byte[] withoutByte(byte[] bytes, int at) {
    byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length - 1));
    System.arraycopy(bytes, at + 1, shorter, at, Math.max(0, bytes.length - at - 1));
    return shorter;
  }

  private static byte[] head(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 512));
  }

  private static byte[] ownModule() {
    return module("own.so")
        .dylink(
            dylink()
                .memInfo(16, 2, 2, 0)
                .needed("libz.so", "libc.so")
                .exportInfo("f", 0x100)
                .importInfo("env", "puts", 1)
                .runtimePath("$ORIGIN"))
        .importMemory("env", "memory", 1)
        .importTable("env", "table", 2)
        .importFunction("env", "puts", "(i32) -> i32")
        .importGlobal("GOT.mem", "errno", ValueType.I32, true)
        .importTag("env", "__cpp_exception", "(i32) -> ()")
        .global("g", ValueType.F64, true, code().f64Const(1))
        .exportedFunction("f", "(i32, i64) -> f32", code().f32Const(1))
        .exportGlobal("g", "g")
        .elements(code().i32Const(0), "f")
        .data(code().i32Const(0), "text")
        .withNames()
        .toArray();
  }
}
