import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Code of a record's methods, as {@code ObjectMethods.bootstrap} would link them. */
final class RecordCode {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final MethodNode code = new MethodNode();
  private final String self;
  private final Object[] bootstrap;

  RecordCode(ClassNode self, InvokeDynamicInsnNode call) {
    this.self = self.name;
    this.bootstrap = call.bsmArgs; // the class, the components' names, a getter for each
  }

  InsnList ofHashCode() {
    code.visitInsn(Opcodes.ICONST_0);
    for (int i = 2; i < bootstrap.length; i++) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      String type = loadComponent(0, (Handle) bootstrap[i]);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, owner(type), "hashCode", "(" + type + ")I", false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
    return code.instructions;
  }

  InsnList ofEquals() {
    Label unequal = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, self);
    code.visitJumpInsn(Opcodes.IFEQ, unequal);
    for (int i = 2; i < bootstrap.length; i++) {
      String type = loadComponent(0, (Handle) bootstrap[i]);
      loadComponent(1, (Handle) bootstrap[i]);
      boolean isObject = type.equals(OBJECT);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          owner(type),
          isObject ? "equals" : "compare",
          "(" + type + type + (isObject ? ")Z" : ")I"),
          false);
      code.visitJumpInsn(isObject ? Opcodes.IFEQ : Opcodes.IFNE, unequal);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(unequal);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
    return code.instructions;
  }

  /** The descriptor of what is loaded: a primitive type's, or Object's. */
  private String loadComponent(int variable, Handle getter) {
    code.visitVarInsn(Opcodes.ALOAD, variable);
    if (variable > 0) {
      code.visitTypeInsn(Opcodes.CHECKCAST, self);
    }
    code.visitFieldInsn(Opcodes.GETFIELD, self, getter.getName(), getter.getDesc());
    return getter.getDesc().length() == 1 ? getter.getDesc() : OBJECT;
  }

  private static String owner(String type) {
    return switch (type) {
      case "I" -> "java/lang/Integer";
      case "J" -> "java/lang/Long";
      case "S" -> "java/lang/Short";
      case "B" -> "java/lang/Byte";
      case "C" -> "java/lang/Character";
      case "F" -> "java/lang/Float";
      case "D" -> "java/lang/Double";
      case "Z" -> "java/lang/Boolean";
      default -> "java/util/Objects";
    };
  }
}
