package org.dylink.engine.jvm.emit;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dylink.engine.jvm.code.ModuleCode;
import org.dylink.engine.jvm.code.ModuleCodeReader;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** No switch goes back: HotSpot would never compile a loop that is closed that way. */
class SwitchTargetsTest {
  @Test
  void branchTablesGoBackByAGoto() {
    Code code = code().block().loop().localGet(0).brTable(0, 1, 0).end().end();
    assertEquals(List.of("forward"), switches(written(code)));
  }

  @Test
  void callsOfPartsGoBackByAGoto() {
    Code code = code().locals(ValueType.I32).block().loop();
    for (int i = 0; i < 20; i++) {
      code.localGet(0).i32Const(i).op(0x46).ifThen(); // i32.eq
      for (int j = 0; j < 100; j++) {
        code.localGet(1).localGet(0).i32Add().localSet(1);
      }
      // To the loop's start, and behind it.
      code.localGet(1).ifThen().br(2).end().localGet(1).brIf(2).end();
    }
    Set<String> kinds = new HashSet<>(switches(written(code.end().end())));
    assertEquals(Set.of("forward"), kinds);
  }

  private static byte[] written(Code code) {
    WasmModule module = module("lib.so").function("f", "(i32) -> ()", code).build();
    ModuleCode read = ModuleCodeReader.read(module);
    return new FunctionClassWriter(read, new FunctionNames(module), new BitSet()).write(0);
  }

  /** Where each switch of a class goes. */
  private static List<String> switches(byte[] classFile) {
    List<String> found = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new SwitchVisitor(found);
              }
            },
            0);
    assertFalse(found.isEmpty(), "switches");
    return found;
  }

  private static final class SwitchVisitor extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();
    private final List<String> found;

    SwitchVisitor(List<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label last, Label... labels) {
      boolean back = passed.contains(last) || List.of(labels).stream().anyMatch(passed::contains);
      found.add(back ? "back" : "forward");
    }
  }
}
