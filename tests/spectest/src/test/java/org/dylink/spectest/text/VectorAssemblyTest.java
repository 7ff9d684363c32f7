package org.dylink.spectest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors in modules and commands; bytes by the binary format, vector instructions. */
class VectorAssemblyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i8x16 -1 255 0x7f -0x80 0 0 0 0 0 0 0 0 0 0 0 1 | ffff7f80000000000000000000000001
          i16x8 -1 65535 0x1_02 0 0 0 0 1                 | ffffffff020100000000000000000100
          i32x4 -1 4294967295 0 1                         | ffffffffffffffff0000000001000000
          i64x2 -1 0x8000000000000000                     | ffffffffffffffff0000000000000080
          f32x4 1 -0x1.8p1 inf nan:0x1                    | 0000803f000040c00000807f0100807f
          f64x2 -inf nan                                  | 000000000000f0ff000000000000f87f
          f64x2 0x0123456789ABCDEFabcdef 0                | dfbc9a785634f2440000000000000000
          """)
  void aConstantHasALaneForEachNumber(String literal, String bytes) throws IOException {
    assertCode("fd0c" + bytes, "v128.const " + literal);
  }

  /** An access to memory 0 has alignment and offset, to others the memory between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v128.load                                  | fd000400
          v128.load32x2_u offset=5                   | fd060305
          v128.load16_splat align=1                  | fd080000
          v128.store 1                               | fd0b440100
          v128.load64_zero $m                        | fd5d430100
          v128.load8_lane 3                          | fd54000003
          v128.load16_lane 1 3                       | fd5541010003
          v128.load32_lane offset=5 3                | fd56020503
          v128.store64_lane $m offset=5 align=4 1    | fd5b42010501
          v128.store8_lane 1 align=1 7               | fd5840010007
          f64x2.replace_lane 1                       | fd2201
          i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 31 | fd0d000102030405060708090a0b0c0d0e1f
          i16x8.abs                                  | fd8001
          i32x4.relaxed_dot_i8x16_i7x16_add_s        | fd9302
          """)
  void whatFollowsACodeIsInTheOrderOfTheBinary(String instruction, String bytes)
      throws IOException {
    assertCode(bytes, instruction);
  }

  @Test
  void aConstantOfACommandHasItsLanesAsUnsignedNumbers() throws IOException {
    assertEquals(
        "{\"commands\":[{\"type\":\"assert_return\",\"line\":1,\"action\":{\"type\":\"invoke\","
            + "\"field\":\"f\",\"args\":[{\"type\":\"v128\",\"lane_type\":\"i32\","
            + "\"value\":[\"4294967295\",\"1\",\"2\",\"3\"]}]},"
            + "\"expected\":[{\"type\":\"either\",\"values\":["
            + "{\"type\":\"v128\",\"lane_type\":\"f64\",\"value\":[\"nan:canonical\",\"0\"]},"
            + "{\"type\":\"v128\",\"lane_type\":\"f64\","
            + "\"value\":[\"nan:arithmetic\",\"9223372036854775808\"]}]}]}]}",
        assemble(
            "(assert_return (invoke \"f\" (v128.const i32x4 -1 1 2 3)) (either"
                + " (v128.const f64x2 nan:canonical 0) (v128.const f64x2 nan:arithmetic -0)))"));
  }

  /** The function's body: its size, no locals, the code, an end. */
  private void assertCode(String bytes, String instruction) throws IOException {
    assemble("(module (memory 1) (memory $m 1) (func " + instruction + "))");

    String module = HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("module.0.wasm")));
    String size = HexFormat.of().toHexDigits((byte) (bytes.length() / 2 + 2));
    assertEquals(
        size + "00" + bytes + "0b", module.substring(module.length() - bytes.length() - 6));
  }

  private String assemble(String script) throws IOException {
    Path source = Files.writeString(folder.resolve("script.wast"), script);
    Path commands = folder.resolve("commands.json");
    ScriptAssembler.assemble(source, commands, line -> false);
    return Files.readString(commands);
  }
}
