package org.dylink.engine.jvm.code;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.jvm.emit.FunctionClassWriter;
import org.dylink.engine.jvm.emit.FunctionNames;
import org.dylink.engine.jvm.validate.Validator;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A new instruction is a row in each table and a method; unfinished ones are read on demand. */
class ProposalsTest {
  private static final String RUN = "org/dylink/engine/jvm/run/";
  private static final Set<String> OF_PROPOSALS = Set.of("Vectors");

  // f(a, b): lane 3 of splat(a) + splat(b)
  private static final Code VECTORS =
      code().localGet(0).op(0xfd, 0x0f).localGet(1).op(0xfd, 0x0f).op(0xfd, 0x6e).op(0xfd, 0x15, 3);

  @Test
  void rowsOfBothTablesAreUsedWhereTheyAreSwitchedOn() {
    assertEquals(
        List.of(
            "Vectors.i8x16Splat",
            "Vectors.i8x16Splat",
            "Vectors.i8x16Add",
            "Vectors.i8x16ExtractLaneS"),
        calls(VECTORS));
  }

  @Test
  void vectorsAreOperandsWithTheirType() {
    Body body = Validator.validate(read(VECTORS, Proposals.all()), 0);
    int add = 4;
    assertEquals(Opcode.I8X16_ADD, body.opcode(add));
    assertEquals(ValueType.V128, body.operands(add).top());
    assertEquals(ValueType.I32, body.operands(add + 2).top());
  }

  @Test
  void theyAreRefusedWhereTheyAreNot() {
    var vectors = assertThrows(InvalidCodeException.class, () -> validate(VECTORS));
    assertTrue(
        vectors
            .getMessage()
            .startsWith("vector instructions (SIMD) are not supported by this engine"),
        vectors.getMessage());
  }

  private static void validate(Code code) {
    Validator.validate(read(code, Proposals.NONE), 0);
  }

  private static WasmModule moduleOf(Code code) {
    return module("lib.so").memory(1).function("f", "(i32, i32) -> i32", code).build();
  }

  private static ModuleCode read(Code code, Proposals proposals) {
    return ModuleCodeReader.read(moduleOf(code), proposals);
  }

  /** The instructions' methods that the generated class calls, in their order. */
  private static List<String> calls(Code code) {
    ModuleCode read = read(code, Proposals.all());
    FunctionNames names = new FunctionNames(read.spaces().module());
    Stream.Builder<String> found = Stream.builder();
    new ClassReader(new FunctionClassWriter(read, names).write(0))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String method, String type, boolean isInterface) {
                    String simple = owner.substring(owner.lastIndexOf('/') + 1);
                    if (owner.startsWith(RUN) && OF_PROPOSALS.contains(simple)) {
                      found.add(simple + "." + method);
                    }
                  }
                };
              }
            },
            0);
    return found.build().toList();
  }
}
